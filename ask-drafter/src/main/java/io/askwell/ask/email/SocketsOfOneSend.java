package io.askwell.ask.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/**
 * The connections of one send. At the time limit they are closed from outside, whatever is being read or written: a server
 * that trickles its answers cannot hold a send longer than its sender's lease lasts.
 */
final class SocketsOfOneSend extends SocketFactory implements AutoCloseable {

    private final List<Socket> sockets = new ArrayList<>();
    private boolean closed;

    static SocketsOfOneSend closedAfter(Duration timeLimit) {
        var sockets = new SocketsOfOneSend();
        CompletableFuture.delayedExecutor(timeLimit.toMillis(), TimeUnit.MILLISECONDS)
                .execute(sockets::close);
        return sockets;
    }

    @Override
    public synchronized Socket createSocket() throws IOException {
        if (closed) {
            throw new IOException("The time limit of the send has passed");
        }
        var socket = new Socket();
        sockets.add(socket);
        return socket;
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException("A connection could not be cut", e);
            }
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw notConnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw notConnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw notConnected();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        throw notConnected();
    }

    private static IOException notConnected() {
        return new IOException("Sockets of a send are made unconnected, so that connecting can be cut too");
    }
}
