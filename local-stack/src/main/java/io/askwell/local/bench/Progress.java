package io.askwell.local.bench;

/** Is told how a benchmark comes along. */
public interface Progress {

    /** What is done now, for example which run. */
    void begin(String what);

    /** How far that is; told several times a second. */
    void reached(long done, long of);
}
