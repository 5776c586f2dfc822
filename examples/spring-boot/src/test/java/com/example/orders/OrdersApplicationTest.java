package com.example.orders;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.caravansms.testkit.CaravanProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The Spring Boot program beside a gateway: an order becomes a message, its report and its events become files. */
@SpringBootTest(properties = "camel.main.run-controller=false")
class OrdersApplicationTest {

    @TempDir
    static Path folder;

    @RegisterExtension
    static final CaravanProcess gateway = CaravanProcess.of(Path.of(System.getProperty("caravan.home")));

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("caravan.broker", gateway::broker);
        settings.add("caravan.password", () -> CaravanProcess.PASSWORD);
        settings.add("orders.dir", folder::toString);
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
