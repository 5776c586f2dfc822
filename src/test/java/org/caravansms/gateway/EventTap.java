package org.caravansms.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between the gateway and an SMSC: hands on every octet as it came and keeps it in a capture file. To capture on
 * the loopback interface takes a right that not every build has, and packets come to the file late.
 */
final class EventTap implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final List<Thread> directions = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int smscPort;
    private final Path file;
    private final PcapFile pcap;

    EventTap(Path folder, int smscPort) throws IOException {
        this.smscPort = smscPort;
        this.file = folder.resolve("smpp.pcap");
        this.pcap = new PcapFile(file);
        start(this::accept);
    }

    /** Where the gateway finds the SMSC. */
    int port() {
        return server.getLocalPort();
    }

    /**
     * What was captured; it ends what is left of the connections.
     *
     * @param leftOut protocols within the messages that are not to be dissected
     */
    Tshark dissected(String... leftOut) throws Exception {
        close();
        return new Tshark(file, port(), leftOut);
    }

    private void accept() throws IOException {
        while (true) {
            Socket esme = server.accept();
            Socket smsc = new Socket("127.0.0.1", smscPort);
            sockets.addAll(List.of(esme, smsc));
            directions.add(start(() -> handOn(esme, smsc, esme.getPort(), port())));
            directions.add(start(() -> handOn(smsc, esme, port(), esme.getPort())));
        }
    }

    private void handOn(Socket from, Socket to, int fromPort, int toPort) throws IOException {
        byte[] octets = new byte[16_384];
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        try {
            for (int length = in.read(octets); length >= 0; length = in.read(octets)) {
                pcap.add(fromPort, toPort, octets, length);
                out.write(octets, 0, length);
            }
        } finally {
            to.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static Thread start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // one of the ends closed
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        for (Thread direction : directions) {
            direction.join();
        }
        pcap.close();
    }
}
