package org.caravansms.smsc;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMSC that knows nothing of SMPP but headers: it notes each PDU and answers as a test says, or not at all. */
public final class WireSmsc implements AutoCloseable {

    public static final int BIND_TRANSMITTER = 0x02;
    public static final int SUBMIT_SM = 0x04;
    public static final int DELIVER_SM = 0x05;
    public static final int UNBIND = 0x06;
    public static final int BIND_TRANSCEIVER = 0x09;
    public static final int ENQUIRE_LINK = 0x15;
    public static final int RESPONSE = 0x80000000;

    /** What a PDU is answered. */
    @FunctionalInterface
    public interface Script {
        /** @return null for no answer */
        byte[] answer(int commandId, int sequenceNumber);
    }

    /** What a PDU is answered, by all that is in it. */
    @FunctionalInterface
    public interface PduScript {
        /** @return null for no answer */
        byte[] answer(ByteBuffer pdu);
    }

    private final ServerSocket server;
    private final PduScript script;
    private final Thread acceptor;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final Queue<ByteBuffer> received = new ConcurrentLinkedQueue<>();

    public WireSmsc(ServerSocket server, Script script) {
        this(server, (PduScript) pdu -> script.answer(pdu.getInt(4), pdu.getInt(12)));
    }

    private WireSmsc(ServerSocket server, PduScript script) {
        this.server = server;
        this.script = script;
        this.acceptor = thread(this::accept);
    }

    public static WireSmsc start(Script script) throws IOException {
        return on(0, script);
    }

    public static WireSmsc reading(PduScript script) throws IOException {
        return new WireSmsc(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), script);
    }

    public static WireSmsc on(int port, Script script) throws IOException {
        return new WireSmsc(new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1")), script);
    }

    /** ESME_ROK, and a body that suits a bind_resp and a submit_sm_resp. */
    public static byte[] ok(int commandId, int sequenceNumber) {
        return pdu(commandId | RESPONSE, 0, sequenceNumber, commandId == UNBIND ? "" : "7f\0");
    }

    public static byte[] pdu(int commandId, int commandStatus, int sequenceNumber, String body) {
        byte[] octets = body.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(16 + octets.length)
                .putInt(16 + octets.length)
                .putInt(commandId)
                .putInt(commandStatus)
                .putInt(sequenceNumber)
                .put(octets)
                .array();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** @return the command_ids that came, in order */
    public List<Integer> commands() {
        return received.stream().map(pdu -> pdu.getInt(4)).toList();
    }

    /** @return the submit_sm to a number that came, in order */
    public List<ByteBuffer> submits(String recipient) {
        return received.stream()
                .filter(pdu -> pdu.getInt(4) == SUBMIT_SM && isTo(pdu, recipient))
                .toList();
    }

    /** Behind dest_addr_npi, 1 as the tests' numbers have it. */
    public static boolean isTo(ByteBuffer pdu, String recipient) {
        return new String(pdu.array(), StandardCharsets.ISO_8859_1).contains("\1" + recipient + "\0");
    }

    public long count(int commandId) {
        return commands().stream().filter(id -> id == commandId).count();
    }

    /** @return the answers to deliver_sm and data_sm that came, in order */
    public List<ByteBuffer> responses() {
        return received.stream()
                .filter(pdu -> pdu.getInt(4) == (DELIVER_SM | RESPONSE)
                        || pdu.getInt(4) == (DeliverSmOctets.DATA_SM | RESPONSE))
                .toList();
    }

    /** @return the command_status of the first such PDU */
    public int status(int commandId) {
        return received.stream()
                .filter(pdu -> pdu.getInt(4) == commandId)
                .findFirst()
                .orElseThrow()
                .getInt(8);
    }

    /** Sends it on the connection that came last. */
    public void send(byte[] pdu) throws IOException {
        connections.get(connections.size() - 1).getOutputStream().write(pdu);
    }

    public int connections() {
        return connections.size();
    }

    public void cut() {
        connections.forEach(WireSmsc::close);
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = server.accept();
            connections.add(socket);
            thread(() -> serve(socket));
        }
    }

    private void serve(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        while (true) {
            int length = in.readInt();
            ByteBuffer pdu = ByteBuffer.allocate(length).putInt(0, length);
            in.readFully(pdu.array(), 4, length - 4);
            received.add(pdu);
            byte[] answer = script.answer(pdu);
            if (answer != null) {
                socket.getOutputStream().write(answer);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static Thread thread(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // either side closed
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** When it returns the port is free: the system keeps it as long as the thread is still in accept. */
    @Override
    public void close() {
        close(server);
        try {
            acceptor.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cut();
    }
}
