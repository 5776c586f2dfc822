package com.example.kafka;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka of one node, broker and controller, with its data in a temporary folder. */
final class KafkaBroker implements AutoCloseable {

    private final int port = freePort();
    private final int controllerPort = freePort();
    private final Path folder;
    private final KafkaRaftServer server;

    static KafkaBroker started() {
        try {
            return new KafkaBroker();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    KafkaBroker() throws Exception {
        folder = Files.createTempDirectory("kafka");
        new Formatter()
                .setClusterId("caravan-example-kafka0")
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
                .setDirectories(List.of(folder.toString()))
                .run();
        server = new KafkaRaftServer(new KafkaConfig(settings()), Time.SYSTEM);
        server.startup();
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    private Map<String, String> settings() {
        return Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "listeners", "PLAINTEXT://" + address() + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "log.dirs", folder.toString(),
                "offsets.topic.num.partitions", "1",
                "offsets.topic.replication.factor", "1",
                "group.initial.rebalance.delay.ms", "0");
    }

    @Override
    public void close() throws IOException {
        server.shutdown();
        server.awaitShutdown();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
