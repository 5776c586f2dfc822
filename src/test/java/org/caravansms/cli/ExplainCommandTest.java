package org.caravansms.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code caravan explain} without a running gateway. */
class ExplainCommandTest {

    private final StringWriter printed = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "+447700900123 | {'rule':'none','queue':'sms.outbound','priority':4}",
                "+447700900123 --provider sandbox | {'rule':'none','queue':'sms.outbound.sandbox','priority':4}",
                "+36201234567 --at 2026-11-27T23:00+01:00 | {'rule':'night','queue':'sms.outbound.night','priority':4}",
                "+36201234567 --at 2026-11-27T12:00Z --user ann --source smpp --text Code | {'rule':'line 3',"
                        + "'queue':'sms.outbound.a','priority':9,'copy':'sms.outbound.b','sender':'Shop',"
                        + "'recipient':'8836201234567','tags':{'kind':'code'}}"
            })
    void ruleShouldBeExplained(String words, String expected) throws Exception {
        assertEquals(0, explain(words + " --json"), printed::toString);
        assertEquals(expected.replace('\'', '"'), printed.toString().strip());
    }

    @Test
    void textShouldHaveALineForEachThing() throws Exception {
        assertEquals(0, explain("+36201234567 --at 2026-11-27T23:00+01:00"), printed::toString);
        assertEquals(
                List.of("rule       night", "queue      sms.outbound.night", "priority   4"),
                printed.toString().lines().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "12, RECIPIENT is not a number of 3 to 20 digits",
        "+3620123456 --source fax, expected one of [",
        "+3620123456 --rules missing, The routing rules missing cannot be read"
    })
    void wrongArgumentShouldBeNamed(String words, String begin) throws Exception {
        assertEquals(2, explain(words));
        assertTrue(printed.toString().startsWith(begin), printed::toString);
    }

    private int explain(String words) throws Exception {
        Path rules = Files.write(
                folder.resolve("rules"),
                List.of(
                        "# comment",
                        "sms.outbound.night name=night to=+36 time=20:00-08:00@Europe/Budapest",
                        "sms.outbound.a user=ann source=smpp text=(?i)code to=+36 copy=sms.outbound.b"
                                + " set=sender:Shop,prefix:+36>8836,priority:9,tag:kind=code"));
        List<String> all = new ArrayList<>(List.of("explain"));
        all.addAll(Arrays.asList(words.split(" ")));
        if (!all.contains("--rules")) {
            all.addAll(List.of("--rules", rules.toString()));
        }
        PrintWriter out = new PrintWriter(printed, true);
        return Caravan.run(out, out, all.toArray(String[]::new));
    }
}
