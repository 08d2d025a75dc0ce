package io.askwell.ask.domain.delivery;

/**
 * How one attempt to hand an ask to a carrier ended. Reasons are short words for people and programs, without anything
 * personal: never what a carrier says in its own words, which may repeat the address.
 */
public sealed interface Handover {

    /** The carrier has it. {@code reference} is what it knows it by. */
    record Taken(String reference) implements Handover {}

    /** The carrier said for good that it does not take it. */
    record Refused(String reason) implements Handover {}

    /** Nothing of the text has left this process, for sure, so another attempt cannot make a second one of it. */
    record NothingLeft(String reason) implements Handover {}

    /** It may have been taken or not. */
    record Unclear(String reason) implements Handover {}
}
