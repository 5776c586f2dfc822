package com.example.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.caravansms.testkit.CaravanExtension;
import org.caravansms.testkit.ReceivedSms;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaToSmsTest {

    @Order(1)
    @RegisterExtension
    static final KafkaBroker KAFKA = new KafkaBroker();

    @Order(2)
    @RegisterExtension
    static final CaravanExtension CARAVAN = CaravanExtension.withExtensions(
                    Path.of("../../routes/examples/kafka-to-sms.camel.yaml"))
            .withSetting("kafka.brokers", KAFKA.address());

    @Test
    void recordsShouldBeSentOnceAndAnUnreadableOneLeftOut() throws Exception {
        write(
                "{\"to\":\"+36201111111\",\"text\":\"First é\",\"id\":\"k-1\"}",
                "no JSON",
                "{\"to\":\"+36201111111\",\"text\":\"First é\",\"id\":\"k-1\"}",
                "{\"to\":\"+36201111111\",\"text\":\"Last\",\"id\":\"k-2\"}");
        await().atMost(Duration.ofMinutes(2)).until(() -> CARAVAN.receivedBySmsc().size() == 2);
        assertEquals(
                // the gateway has several submit_sm under way at once
                List.of("First é", "Last"),
                CARAVAN.receivedBySmsc().stream().map(ReceivedSms::text).sorted().toList());
    }

    private static void write(String... records) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", KAFKA.address());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String json : records) {
                producer.send(new ProducerRecord<>("sms", json)).get();
            }
        }
    }
}
