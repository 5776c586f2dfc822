package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmppField;
import org.caravansms.smpp.Profile.LongMessages;
import org.junit.jupiter.api.Test;

/** The esm_class that a client sets itself, and the user data header that it may announce, SMPP 3.4 section 5.2.12. */
class EsmClassTest {

    private final SplitMessage split = Messages.split(LongMessages.UDH);

    @Test
    void esmClassShouldKeepTheHeadersBit() {
        assertEquals(0x03, part("SMS:TEXT", "x", 3).esmClass());
        assertEquals(0x43, part("SMS:VCARD", "x", 3).esmClass());
        List<SubmitPart> parts = split.encode(Messages.of("SMS:TEXT", "x".repeat(161), Map.of(SmppField.ESM_CLASS, 3)))
                .parts(1, 0);
        assertEquals(
                List.of((byte) 0x43, (byte) 0x43),
                parts.stream().map(SubmitPart::esmClass).toList());
    }

    @Test
    void headerThatEsmClassAnnouncesShouldStandInEveryPart() {
        String data = "0605040b8423f0" + "00".repeat(134);
        List<SubmitPart> parts = split.encode(Messages.of("SMS:BINARY", data, Map.of(SmppField.ESM_CLASS, 0x40)))
                .parts(7, 0);
        assertEquals(
                List.of(
                        "0b05040b8423f000030702" + "01" + "00".repeat(128),
                        "0b05040b8423f000030702" + "02" + "00".repeat(6)),
                parts.stream()
                        .map(part -> HexFormat.of().formatHex(part.shortMessage()))
                        .toList());
        SubmitPart whole = part("SMS:BINARY", "0605040b8423f0ff", 0x40);
        assertEquals("0605040b8423f0ff", HexFormat.of().formatHex(whole.shortMessage()));
        assertEquals(0x40, whole.esmClass());
    }

    @Test
    void headerThatIsNoneShouldBeRefused() {
        assertEquals(
                "esm_class announces a user data header (64), which a message of this messagetype has not.",
                refusal("SMS:TEXT", "x"));
        assertEquals(
                "messagedata does not begin with a user data header, which esm_class announces.",
                refusal("SMS:BINARY", "06050400"));
        assertEquals(
                "messagedata does not begin with a user data header, which esm_class announces.",
                refusal("SMS:BINARY", ""));
    }

    private String refusal(String type, String data) {
        return assertThrows(RejectedMessageException.class, () -> part(type, data, 0x40))
                .getMessage();
    }

    private SubmitPart part(String type, String text, int esmClass) {
        return split.encode(Messages.of(type, text, Map.of(SmppField.ESM_CLASS, esmClass)))
                .parts(0, 0)
                .get(0);
    }
}
