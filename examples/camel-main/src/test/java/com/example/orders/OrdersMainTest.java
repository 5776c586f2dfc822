package com.example.orders;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.main.Main;
import org.caravansms.testkit.CaravanProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The program beside a gateway: an order becomes a message, its report and its events become files. */
class OrdersMainTest {

    @TempDir
    static Path folder;

    @RegisterExtension
    static final CaravanProcess gateway = CaravanProcess.of(Path.of(System.getProperty("caravan.home")));

    private static Main program;

    @BeforeAll
    static void start() {
        program = OrdersMain.program();
        program.addOverrideProperty("caravan.broker", gateway.broker());
        program.addOverrideProperty("caravan.password", CaravanProcess.PASSWORD);
        program.addOverrideProperty("orders.dir", folder.toString());
        program.start();
    }

    @AfterAll
    static void stop() {
        program.stop();
    }

    @Test
    void orderShouldBeSentAndItsDeliveryBeRead() throws Exception {
        order("shipped.json", "{\"id\":\"1\",\"to\":\"+36201234567\",\"text\":\"Your order is on its way\"}");
        String report = written("reports/shipped.json", "\"accepted\":1");
        String id = report.replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        written("events/" + id + ".jsonl", "\"delivered\"");
    }

    @Test
    void refusalShouldNameTheKey() throws Exception {
        order("misspelt.json", "{\"too\":\"+36201234567\",\"text\":\"Your order is on its way\"}");
        assertTrue(written("reports/misspelt.json", "\"code\"").contains("too"));
    }

    private static void order(String name, String json) throws Exception {
        Path written = Files.writeString(folder.resolve(name), json);
        Files.move(written, Files.createDirectories(folder.resolve("orders")).resolve(name));
    }

    private static String written(String file, String text) throws Exception {
        Path path = folder.resolve(file);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.exists(path) && Files.readString(path).contains(text));
        return Files.readString(path);
    }
}
