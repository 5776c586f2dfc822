package org.caravansms.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which messages a file has, with their lines, and what is said of a file that is wrong. */
class CsvFileTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("many.csv");
    }

    @Test
    void columnsShouldBeParametersAndEachMessageItsLine() throws Exception {
        List<OutgoingSms> read = read("\uFEFFto;text;from;receipt;tlv.0x1400;smpp.data_coding\r\n"
                + "+361;\"a;\r\n\"\"b\"\"\";Shop;false;31;8\r\n+362;c;;TRUE;;\r\n");
        Map<String, String> first = new HashMap<>(read.get(0).parameters());
        assertTrue(first.remove("messageid").matches("csv-[0-9a-f]{32}"));
        assertEquals(
                Map.of(
                        "recipient", "+361",
                        "messagedata", "a;\r\n\"b\"",
                        "originator", "Shop",
                        "registered_delivery", "0",
                        "tlv.0x1400", "31",
                        "data_coding", "8"),
                first);
        assertEquals(List.of(2L, 4L), read.stream().map(OutgoingSms::line).toList());
    }

    @Test
    void idShouldBeOfTheLineAndTheName() throws Exception {
        List<OutgoingSms> one = read("to,text\n+361,a\n+361,a\n");
        assertNotEquals(id(one.get(0)), id(one.get(1)));
        assertEquals(
                id(one.get(1)), id(read("to,text\n+361,b\n+361,a\n+362,c\n").get(1)));
        assertNotEquals(id(one.get(0)), id(read("to,text\n+361,b\n").get(0)));
        file = folder.resolve("other.csv");
        assertNotEquals(id(one.get(0)), id(read("to,text\n+361,a\n").get(0)));
    }

    @Test
    void lineOfItsOwnShouldBeRefusedAlone() throws Exception {
        List<OutgoingSms> read = read("to,text\n\n+361\n+362,b\n\n\n");
        assertEquals("The line is empty", read.get(0).fault());
        assertEquals("The line has 1 columns, and the header 2", read.get(1).fault());
        assertEquals(4, read.get(2).line());
        assertEquals(3, read.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | it is empty, and has no header such as to,text",
                "to,txt\\n1,2 | line 1: the column \"txt\" is none of ",
                "to,text,to\\n1,2,3 | line 1: the column to is there twice",
                "text\\n1 | line 1: the header needs the columns to and text",
                "to,text\\n1,a\\n2,\"b\" c\\n | line 3: a quote is closed within a column",
                "to,text\\n1,a\\n2,\"b\\n | line 3: a quote is not closed",
                "to,text\\n1,a\\n2,\u00e1\\n | line 3 is not UTF-8: name its character set"
            })
    void wrongFileShouldBeRefusedWithTheLine(String text, String fault) throws Exception {
        Files.write(file, text.replace("\\n", "\n").getBytes(StandardCharsets.ISO_8859_1));
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> read(StandardCharsets.UTF_8));
        assertTrue(wrong.getMessage().startsWith(file + ": "), wrong::getMessage);
        assertTrue(wrong.getMessage().contains(fault), wrong::getMessage);
    }

    @Test
    void otherCharsetShouldBeReadWhenItIsNamed() throws Exception {
        Files.write(file, "to,text\n1,\u00e1rv\u00edz".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "\u00e1rv\u00edz",
                read(Charset.forName("windows-1252")).get(0).parameters().get("messagedata"));
    }

    @Test
    void resultsShouldOutliveAKillAndBeOfOneProcess() throws Exception {
        List<OutgoingSms> read = read("to,text\n+361,a\n+362,b\n+363,c\n");
        Path results = ResultFile.of(file);
        try (ResultFile first = new ResultFile(results)) {
            first.add(read.get(0), new SmsAnswer(0, "m1", ""));
            first.add(read.get(1), new SmsAnswer(1, "", "no \"number\",\nat all"));
            first.flush();
        }
        Files.writeString(results, Files.readString(results) + "4,m3,0,\"ha");
        try (ResultFile again = new ResultFile(results)) {
            assertTrue(again.has(read.get(0)));
            assertFalse(again.has(read.get(1)) || again.has(read.get(2)));
            assertFalse(again.has(read("to,text\n+361,changed\n").get(0)));
        }
        assertTrue(Files.readString(results)
                .endsWith("3,,1,\"no \"\"number\"\", at all\"," + read.get(1).check() + "\n"));
    }

    private static String id(OutgoingSms message) {
        return message.parameters().get("messageid");
    }

    private List<OutgoingSms> read(String text) throws IOException {
        Files.writeString(file, text);
        return read(StandardCharsets.UTF_8);
    }

    private List<OutgoingSms> read(Charset charset) {
        List<OutgoingSms> messages = new ArrayList<>();
        new CsvFile(file, charset).each(messages::add);
        return messages;
    }
}
