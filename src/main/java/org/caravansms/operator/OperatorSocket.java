package org.caravansms.operator;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Unix domain socket for the operator's commands. From the first moment only its owner may open it, so that no
 * password is needed. A connection carries one command: a line, then the answer until the end.
 */
public final class OperatorSocket implements AutoCloseable {

    /** Its name in the data directory. */
    public static final String FILE = "caravan.sock";

    private static final Logger LOG = LoggerFactory.getLogger(OperatorSocket.class);
    private static final int THREADS = 4;
    private static final long STOP_SECONDS = 20;

    private final ExecutorService conversations =
            new ThreadPoolExecutor(0, THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>());
    private final ExecutorService acceptor = Executors.newSingleThreadExecutor(run -> new Thread(run, "operator"));
    private final Path file;
    private final OperatorConnection conversation;
    private final ServerSocketChannel server;

    /**
     * @param file the socket's; a file that a killed gateway left is replaced
     * @param command runs the line of a command, and may report the progress of a long one
     * @throws IOException when there can be no socket: its path is too long, or somebody listens there
     * @throws UnsupportedOperationException where the system has none, or no owners of files
     */
    public OperatorSocket(Path file, BiFunction<String, Consumer<String>, Reply> command) throws IOException {
        this.file = file;
        this.conversation = new OperatorConnection(command);
        if (isAlive(file)) {
            throw new IOException("another gateway listens there");
        }
        this.server = listen(file);
        acceptor.execute(this::accept);
    }

    private static boolean isAlive(Path file) {
        try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Made in a private folder and then moved: a client that connects before its permissions are set would stay
     * connected.
     */
    private static ServerSocketChannel listen(Path file) throws IOException {
        var owners = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Path folder = file.resolveSibling(".sock");
        Files.deleteIfExists(folder.resolve("s"));
        Files.deleteIfExists(folder);
        Path made = Files.createDirectory(folder, owners).resolve("s");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(made));
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        } finally {
            Files.deleteIfExists(made);
            Files.deleteIfExists(folder);
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                hand(server.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warn("A command could not be heard: {}", e.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private void hand(SocketChannel client) throws IOException {
        try {
            conversations.execute(() -> conversation.hold(client));
        } catch (RejectedExecutionException e) {
            client.close();
        }
    }

    /** Accepts no more commands, and waits for those under way. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        server.close();
        acceptor.shutdown();
        conversations.shutdown();
        try {
            if (!conversations.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                conversations.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        conversation.close();
    }
}
