package org.caravansms.gateway.examples;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.caravansms.gateway.ExampleGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Examples that change, hold or refuse a message before it is accepted. */
class PolicyExamplesTest {

    private static final String ACCEPTED = "<statuscode>0<";
    private static final String UNKNOWN = "No message of this name is held. caravan held lists them.\n";

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
    void messageOfTheDayShouldBeSentAtOnce() throws Exception {
        int hour = OffsetDateTime.now(ZoneOffset.UTC).getHour();
        gateway.set("quiet.zone", zoneWhereItIs(12, hour));
        gateway.copy("quiet-hours");
        gateway.send("recipient=%2B36201111111&messagedata=good+day");
        assertEquals(List.of("good day"), gateway.texts(1));
    }

    @Test
    void messageShouldBeHeldUntilASecondPersonApprovesIt() throws Exception {
        String name = hold("held é");
        assertEquals(name + "\n", gateway.command("held"));
        assertTrue(
                Files.readString(gateway.folder("held").resolve(name + ".json")).contains("held é"));
        String approved = gateway.command("approve", name);
        assertTrue(approved.contains("code=0"), approved);
        assertEquals(List.of("held é"), gateway.texts(1));
        assertEquals(UNKNOWN, gateway.command("approve", name));
        assertEquals("No message is held.\n", gateway.command("held"));
    }

    @Test
    void nameThatIsNotHeldShouldBeRefused() throws Exception {
        Files.writeString(gateway.folder("held").resolve("../users.json"), "{}");
        Files.writeString(gateway.folder("held").resolve(".json"), "{}");
        gateway.copy("four-eyes-commands");
        for (String name : List.of("", "nothing", "../users", "..", "a?noop=true", "a&delete=true", "a b", "${body}")) {
            assertEquals(UNKNOWN, gateway.command(("approve " + name).split(" ")), name);
        }
    }

    @Test
    void messageThatIsApprovedByManyAtOnceShouldBeSentOnce() throws Exception {
        String name = hold("once");
        List<String> replies = IntStream.range(0, 4)
                .parallel()
                .mapToObj(person -> gateway.command("approve", name))
                .toList();
        assertEquals(
                1, replies.stream().filter(reply -> reply.contains("code=0")).count(), replies.toString());
        // pollEnrich has no consumer for one of two that begin in the same moment: that command fails in other words
        assertTrue(replies.contains(UNKNOWN), replies.toString());
        assertEquals(List.of("once"), gateway.texts(1));
    }

    @Test
    void heldMessageShouldOutliveItsRoutesAndBeHeldFurtherWhenItIsRefused() throws Exception {
        String name = hold("again");
        gateway.removeAll();
        gateway.copy("block-prefix", text -> text.replace("881|", "36|"));
        gateway.copy("four-eyes-commands");
        String refused = gateway.command("approve", name);
        assertTrue(refused.startsWith("The command failed: It is held further: [{code=10"), refused);
        gateway.copy("block-prefix");
        await().until(() -> gateway.command("approve", name).contains("code=0"));
        assertEquals(List.of("again"), gateway.texts(1));
    }

    @Test
    void twoPoliciesShouldWorkOneAfterTheOther() throws Exception {
        for (String policy : List.of("block-prefix", "footer")) {
            gateway.copy(policy, text -> text.replace("direct:policy", "direct:" + policy));
        }
        gateway.copy("two-policies");
        String refused = gateway.send("recipient=%2B88216111&messagedata=a");
        assertTrue(refused.contains("Messages to this number are blocked."), refused);
        gateway.send("recipient=%2B36201111111&messagedata=both");
        assertEquals(List.of("both\nExample Shop"), gateway.texts(1));
    }

    /** @return the name of the held message */
    private static String hold(String text) throws Exception {
        gateway.addUser("marketing");
        gateway.copy("four-eyes");
        gateway.copy("four-eyes-commands");
        String form = "recipient=%2B36201111111&messagedata=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return await().until(() -> gateway.sendAs("marketing", form), answer -> answer.contains("Held"))
                .replaceAll("(?s).*Held for approval: ([-0-9A-Za-z]+).*", "$1");
    }

    private static String zoneWhereItIs(int hour, int hourInUtc) {
        int offset = Math.floorMod(hour - hourInUtc + 11, 24) - 11;
        return offset >= 0 ? "Etc/GMT-" + offset : "Etc/GMT+" + -offset;
    }
}
