package org.caravansms.gateway.examples;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        assertTrue(texts.contains("cafe"), texts.toString());
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
        Map<String, Object> message = new HashMap<>(Map.of("to", "+36201111111", "text", "good night"));
        gateway.camel().createProducerTemplate().requestBody("direct:policy", message);
        OffsetDateTime sendAt = OffsetDateTime.parse(message.get("sendAt").toString());
        long minutes = Duration.between(OffsetDateTime.now(), sendAt).toMinutes();
        assertTrue(minutes >= 8 * 60 && minutes <= 9 * 60, message.toString());
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
    void messageShouldBeHeldUntilASecondPersonApprovesIt() throws Exception {
        Path folder = gateway.folder("held");
        gateway.addUser("marketing");
        gateway.copy("four-eyes");
        String refused = await().until(
                        () -> gateway.sendAs("marketing", "recipient=%2B36201111111&messagedata=held+%C3%A9"),
                        answer -> answer.contains("Held"));
        String name = refused.replaceAll("(?s).*Held for approval: ([-0-9A-Za-z]+).*", "$1");
        await().until(() -> gateway.command("held").equals(name + "\n"));
        assertTrue(Files.readString(folder.resolve(name)).contains("held é"));
        String approved = gateway.command("approve", name);
        assertTrue(approved.contains("code=0"), approved);
        assertEquals(List.of("held é"), gateway.texts(1));
        assertEquals("[]", gateway.command("held").strip());
    }

    private static String zoneWhereItIs(int hour, int hourInUtc) {
        int offset = Math.floorMod(hour - hourInUtc + 11, 24) - 11;
        return offset >= 0 ? "Etc/GMT-" + offset : "Etc/GMT+" + -offset;
    }
}
