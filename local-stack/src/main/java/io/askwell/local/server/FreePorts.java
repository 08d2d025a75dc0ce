package io.askwell.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;

/** Ports of the loopback interface. */
public final class FreePorts {

    private FreePorts() {}

    /** A port on which nothing listens at this moment. */
    public static int next() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a server could listen on this port now or within {@code patience}. */
    public static boolean becomesFree(int port, Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (!isFree(port)) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            Processes.pause();
        }
        return true;
    }

    /** Whether something listens on this port. */
    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
