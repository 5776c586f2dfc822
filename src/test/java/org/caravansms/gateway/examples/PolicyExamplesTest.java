package org.caravansms.gateway.examples;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.ConsumerTemplate;
import org.caravansms.gateway.ExampleGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Examples that change, hold or refuse a message before it is accepted. */
class PolicyExamplesTest {

    private static final String ACCEPTED = "<statuscode>0<";

    @RegisterExtension
    static final ExampleGateway gateway = new ExampleGateway();

    @Test
    void footerShouldStandUnderTextsOnly() throws Exception {
        gateway.set("footer.text", "Anna's \"Shop\", Pécs");
        gateway.copy("footer");
        gateway.send("recipient=%2B36201111111&messagedata=it%27s+%24%7Bbody%7D%2C+a+%22test%22");
        gateway.send("recipient=%2B36201111111&messagetype=SMS:BINARY&messagedata=cafe");
        List<String> texts = gateway.received(2).stream().map(pdu -> pdu.text()).toList();
        assertTrue(texts.contains("it's ${body}, a \"test\"\nAnna's \"Shop\", Pécs"), texts.toString());
        assertTrue(texts.stream().noneMatch(text -> text.startsWith("cafe")), texts.toString());
    }

    @Test
    void blockedPrefixShouldBeRefused() throws Exception {
        gateway.copy("block-prefix");
        String refused = gateway.send("recipient=%2B88216111&messagedata=a");
        assertTrue(refused.contains("Messages to this number are blocked."), refused);
        assertTrue(gateway.send("recipient=%2B36881111111&messagedata=b").contains(ACCEPTED));
        assertEquals(List.of("b"), gateway.texts(1));
    }

    @Test
    void messageOfTheNightShouldBeSentInTheMorning() throws Exception {
        int hour = OffsetDateTime.now(ZoneOffset.UTC).getHour();
        gateway.set("quiet.zone", zoneWhereItIs(23, hour));
        gateway.copy("quiet-hours");
        try (ConsumerTemplate events = gateway.camel().createConsumerTemplate()) {
            events.receiveBody("jms:topic:sms.events", 10);
            gateway.send("recipient=%2B36201111111&messagedata=good+night");
            String event = events.receiveBody("jms:topic:sms.events", 10_000, String.class);
            assertTrue(event.contains("\"sendAt\":\""), event);
            OffsetDateTime sendAt = OffsetDateTime.parse(event.replaceAll("(?s).*\"sendAt\":\"([^\"]+)\".*", "$1"));
            long minutes = Duration.between(OffsetDateTime.now(), sendAt).toMinutes();
            assertTrue(minutes >= 8 * 60 && minutes <= 9 * 60, event);
        }
    }

    @Test
    void messageOfTheDayShouldBeSentAtOnce() throws Exception {
        int hour = OffsetDateTime.now(ZoneOffset.UTC).getHour();
        gateway.set("quiet.zone", zoneWhereItIs(12, hour));
        gateway.copy("quiet-hours");
        gateway.send("recipient=%2B36201111111&messagedata=good+day");
        assertEquals(List.of("good day"), gateway.texts(1));
    }

    @Test
    void numberThatSentStopShouldGetNoMore() throws Exception {
        Path list = gateway.folder("lists").resolve("stop.txt");
        gateway.set("stop.file", list);
        gateway.addInboundRule("route stop-list keyword=stop");
        gateway.copy("stop-list");
        assertTrue(gateway.send("recipient=%2B36207654321&messagedata=before").contains(ACCEPTED));
        gateway.deliverFromHandset("36207654321", "1616", "Stop");
        await().until(() -> Files.exists(list) && Files.readString(list).contains("36207654321"));
        String refused = gateway.send("recipient=%2B36207654321&messagedata=after");
        assertTrue(refused.contains("The recipient asked for a stop."), refused);
        assertTrue(gateway.send("recipient=%2B36207654322&messagedata=another").contains(ACCEPTED));
        assertEquals(List.of("another", "before"), gateway.texts(2));
    }

    @Test
    void messageShouldBeHeldUntilASecondPersonApprovesIt() throws Exception {
        Path folder = gateway.folder("held");
        gateway.addUser("marketing");
        gateway.copy("four-eyes");
        String refused = await().until(
                        () -> gateway.sendAs("marketing", "recipient=%2B36201111111&messagedata=held+%C3%A9"),
                        answer -> answer.contains("Held"));
        String name = refused.replaceAll("(?s).*Held for approval: ([-0-9A-Za-z]+).*", "$1");
        assertEquals(name + "\n", gateway.command("held"));
        assertTrue(Files.readString(folder.resolve(name)).contains("held é"));
        String approved = gateway.command("approve", name);
        assertTrue(approved.contains("code=0"), approved);
        assertEquals(List.of("held é"), gateway.texts(1));
        assertEquals("", gateway.command("held").strip());
    }

    private static String zoneWhereItIs(int hour, int hourInUtc) {
        int offset = Math.floorMod(hour - hourInUtc + 11, 24) - 11;
        return offset >= 0 ? "Etc/GMT-" + offset : "Etc/GMT+" + -offset;
    }
}
