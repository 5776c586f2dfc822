package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Octets of WAP-167-ServiceInd section 9.3: 45 si, C6 indication, 01 ends, 03 a string that a 00 ends. */
class WapPushTest {

    @ParameterizedTest
    @CsvSource({
        "href='http://x', 0c037800",
        "href='https://x', 0e037800",
        "href='wap:x', 0b037761703a7800",
        "href='http://x' action='signal-none', 0c03780005",
        "action='signal-low' href='http://x', 0c03780006",
        "href='http://x' action='signal-medium', 0c03780007",
        "href='http://x' action='delete' si-id='a&amp;b', 0c03780011036126620009"
    })
    void attributesShouldBecomeTheirTokens(String attributes, String tokens) {
        assertEquals(pdu(tokens, "74"), hex("<si><indication " + attributes + ">t</indication></si>"));
    }

    @Test
    void textShouldBeUtf8WithoutTheBlanksAroundIt() {
        String document = "\n<?xml version='1.0'?><si><indication href='http://x'>\n Ж &lt;\n</indication></si>";
        assertEquals(pdu("0c037800", "d096203c"), hex(document));
    }

    @ParameterizedTest
    @CsvSource({
        "<sl href='http://x'/>, is not an <si> with one <indication>",
        "<si/>, is not an <si> with one <indication>",
        "<si><indication href='x'>t</indication><info/></si>, is not an <si> with one <indication>",
        "<si><indication>t</indication></si>, has an <indication> without href",
        "<si><indication href='x'> </indication></si>, has an <indication> without text",
        "<si><indication href='x' created='2026-01-01T00:00:00Z'>t</indication></si>, another attribute than",
        "<si><indication href='x' action='high'>t</indication></si>, has an action that is not one of",
        "url;title, is no <si> document and is not hexadecimal"
    })
    void whatIsWrongShouldBeNamed(String data, String what) {
        RejectedMessageException refusal = assertThrows(RejectedMessageException.class, () -> WapPush.payload(data));
        assertEquals(Fault.INVALID_MESSAGE_DATA, refusal.fault());
        assertTrue(refusal.getMessage().contains(what), refusal.getMessage());
    }

    private static String pdu(String attributes, String text) {
        return "ea0601ae" + "02056a00" + "45c6" + attributes + "01" + "03" + text + "00" + "01" + "01";
    }

    private static String hex(String data) {
        return HexFormat.of().formatHex(WapPush.payload(data).octets());
    }
}
