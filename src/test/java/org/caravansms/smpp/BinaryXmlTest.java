package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryXmlTest {

    @TempDir
    private Path folder;

    @Test
    void namespacesCommentsAndDepthShouldNotMatter() {
        Payload payload = BinaryXml.payload("<a:sms xmlns:a='x'><a:b><a:PID>7f</a:PID><!-- 99 --><dcs>f6</dcs>"
                + "<UDH>027000</UDH></a:b><UD>00<!-- no -->ff</UD><other>zz</other></a:sms>");
        assertEquals(0x7F, payload.protocolId());
        assertEquals((byte) 0xF6, payload.dataCoding());
        assertTrue(payload.hasHeader());
        assertArrayEquals(new byte[] {2, 0x70, 0}, payload.header());
        assertArrayEquals(new byte[] {0, (byte) 0xFF}, payload.octets());
    }

    @ParameterizedTest
    @CsvSource({
        "00, GSM7",
        "03, 8BIT",
        "04, 8BIT",
        "08, UCS2",
        "0c, 8BIT",
        "12, GSM7",
        "15, 8BIT",
        "1a, UCS2",
        "24, 8BIT",
        "48, UCS2",
        "80, 8BIT",
        "c8, GSM7",
        "d0, GSM7",
        "e1, UCS2",
        "f1, GSM7",
        "f5, 8BIT"
    })
    void octetsShouldBeCountedByTheDcs(String dcs, String label) {
        assertEquals(
                label,
                BinaryXml.payload("<s><dcs>" + dcs + "</dcs><ud/></s>")
                        .alphabet()
                        .label());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            secret                                         | is not a well-formed XML document without a DOCTYPE
            <s><ud>00</s>                                  | is not a well-formed XML document without a DOCTYPE
            <!DOCTYPE s []><s><ud>00</ud></s>              | is not a well-formed XML document without a DOCTYPE
            <s><pid>00</pid></s>                           | has no element UD
            <ud>00</ud>                                    | has no element UD
            <s><ud>secret</ud></s>                         | The UD of messagedata is not hexadecimal
            <s><ud>0</ud></s>                              | The UD of messagedata is not hexadecimal
            <s><ud>00</ud><UD>00</UD></s>                  | has more than one element UD
            <s><pid>0000</pid><ud>00</ud></s>              | has a PID of more than one octet
            <s><dcs>f</dcs><ud>00</ud></s>                 | The DCS of messagedata is not hexadecimal
            <s><dcs>f8</dcs><ud>00</ud></s>                | has a DCS with a reserved bit
            <s><udh>05040b8423f0</udh><ud>00</ud></s>      | has a UDH that is not
            <s><udh>0705040b8423f0</udh><ud>00</ud></s>    | has a UDH that is not
            <s><udh>0605040b8423f000</udh><ud>00</ud></s>  | has a UDH that is not
            <s><udh>0605050b8423f0</udh><ud>00</ud></s>    | has a UDH that is not
            <s><udh>0170</udh><ud>00</ud></s>              | has a UDH that is not
            <s><udh>00</udh><ud>00</ud></s>                | has a UDH that is not
            """)
    void whatIsWrongShouldBeNamedAndNotRepeated(String document, String what) {
        String refusal = refusal(document);
        assertEquals(what, refusal.substring(refusal.indexOf(what), refusal.indexOf(what) + what.length()));
        assertFalse(refusal.contains("secret"), refusal);
    }

    @Test
    void entitiesShouldNotBeRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "00ff");
        refusal("<!DOCTYPE s [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><s><ud>&e;</ud></s>");
        refusal("<!DOCTYPE s [<!ENTITY e '00'>]><s><ud>&e;</ud></s>");
        refusal("<!DOCTYPE s SYSTEM '" + secret.toUri() + "'><s><ud>00</ud></s>");
    }

    @Test
    void longDocumentShouldBeRejectedUnread() {
        assertEquals("messagedata is longer than the 4096 characters of an XML document.", refusal("<".repeat(4097)));
    }

    private static String refusal(String document) {
        RejectedMessageException refusal =
                assertThrows(RejectedMessageException.class, () -> BinaryXml.payload(document));
        assertEquals(Fault.INVALID_MESSAGE_DATA, refusal.fault());
        return refusal.getMessage();
    }
}
