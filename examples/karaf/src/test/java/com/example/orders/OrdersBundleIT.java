package com.example.orders;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.caravansms.testkit.CaravanProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The KAR in a Karaf beside a gateway: an order becomes a message, its report and its events become files. */
class OrdersBundleIT {

    @TempDir
    static Path folder;

    @RegisterExtension
    static final CaravanProcess gateway = CaravanProcess.of(Path.of(System.getProperty("caravan.home")));

    private static final KarafProcess KARAF = new KarafProcess(Path.of(System.getProperty("karaf.home")));

    @BeforeAll
    static void start() throws Exception {
        KARAF.configure(
                "com.example.orders",
                "broker = " + gateway.broker(),
                "password = " + CaravanProcess.PASSWORD,
                "dir = " + folder);
        KARAF.deploy(Path.of(System.getProperty("kar")));
        KARAF.start();
    }

    @AfterAll
    static void stop() throws Exception {
        KARAF.stop();
    }

    @Test
    void orderShouldBeSentAndItsDeliveryBeRead() throws Exception {
        Path order = Files.writeString(
                folder.resolve("shipped.json"),
                "{\"id\":\"1\",\"to\":\"+36201234567\",\"text\":\"Your order is on its way\"}");
        Files.createDirectories(folder.resolve("orders"));
        Files.move(order, folder.resolve("orders/shipped.json"));
        String report = written("reports/shipped.json", "\"accepted\":1");
        String id = report.replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        written("events/" + id + ".jsonl", "\"delivered\"");
    }

    private static String written(String file, String text) throws Exception {
        Path path = folder.resolve(file);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> Files.exists(path) && Files.readString(path).contains(text));
        return Files.readString(path);
    }
}
