package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.simulator.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which messages a form describes: by an index, by a list of numbers, by one of each. */
class IndexedMessagesTest {

    @RegisterExtension
    static final TestApi api = new TestApi();

    @Test
    void unindexedParametersShouldBeTheDefaultOfMessagesWithoutTheirOwn() throws IOException {
        HttpAnswer answer = api.send("messagecount=2&messagetype=SMS:TEXT:UCS2&originator=All&serviceprovider=sandbox"
                + "&messagedata=a&recipient0=111222&recipient1=111222&messagedata1=b&messagetype1=SMS:TEXT"
                + "&originator1=Own&serviceprovider1=none");
        assertEquals(List.of("All", "Own"), Xml.values(answer.text(), "originator\\d"));
        assertEquals(List.of("SMS:TEXT:UCS2", "SMS:TEXT"), Xml.values(answer.text(), "messagetype\\d"));
        assertEquals(List.of("sandbox"), Xml.values(answer.text(), "serviceprovider\\d"));
        assertTrue(answer.text().contains("<serviceprovider1/>"), answer.text());
        assertEquals(List.of("a", "b"), api.texts(2));
        assertEquals(8, arrived("a").dataCoding());
        assertEquals("All", arrived("a").source().addr());
        assertEquals(0, arrived("b").dataCoding());
        assertEquals("Own", arrived("b").source().addr());
    }

    @Test
    void recipientAndIdShouldHaveNoDefault() throws IOException {
        String answer = api.send("messagecount=3&recipient=111222&messagedata=x&messageid=m&recipient0=111222"
                        + "&recipient1=111222")
                .text();
        assertEquals(List.of("0", "0", "1"), Xml.values(answer, "statuscode\\d"), answer);
        assertEquals(List.of("x", "x"), api.texts(2));
    }

    @Test
    void indicesAboveTheCountShouldBeIgnored() throws IOException {
        String answer = api.send("messagecount=1&recipient0=111222&messagedata0=in&recipient1=111222&messagedata1=out"
                        + "&recipient7=111222&messagedata7=out")
                .text();
        assertEquals(List.of("statuscode0"), names(answer, "statuscode"));
        assertEquals(List.of("in"), api.texts(1));
    }

    @Test
    void numberWithLeadingZerosShouldBeNoIndex() throws IOException {
        String answer = api.send("messagecount=2&recipient0=111222&messagedata0=zero&recipient01=111222"
                        + "&messagedata01=not+this&recipient00=111333&recipient1=111222&messagedata1=one")
                .text();
        assertEquals(List.of("111222", "111222"), Xml.values(answer, "recipient"));
        assertEquals(List.of("one", "zero"), api.texts(2));
    }

    @Test
    void countOfOneShouldBeAnsweredInIndexedForm() throws IOException {
        String answer =
                api.send("messagecount=1&recipient0=111222&messagedata0=x").text();
        assertTrue(answer.contains("<acceptreport0>") && answer.contains("<statuscode0>0</statuscode0>"), answer);
        String rejected = api.send("messagecount=1&recipient0=&messagedata0=x").text();
        assertEquals(List.of("1"), Xml.values(rejected, "statuscode0"), rejected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "", "1.5", "100001", "4294967297"})
    void countThatIsNoneShouldSendNothing(String count) throws IOException {
        String answer = api.send(
                        "recipient0=111222&messagedata0=x&recipient=111222&messagedata=x&messagecount=" + count)
                .text();
        assertEquals(List.of("4"), Xml.values(answer, "errorcode"), answer);
        assertFalse(answer.contains("acceptreport"), answer);
        api.send("recipient=111222&messagedata=after");
        assertEquals(List.of("after"), api.texts(1));
    }

    @Test
    void severalRecipientsShouldGetTheTextInTheirOrder() throws IOException {
        String answer = api.send("recipient=%2B36201,111222;+36203%2C+06204,,&messagedata=all")
                .text();
        assertEquals(List.of("+36201", "111222", "+36203", "06204"), Xml.values(answer, "recipient"), answer);
        assertEquals(Collections.nCopies(4, "0"), Xml.values(answer, "statuscode"));
        assertEquals(4, answer.split("<acceptreport>", -1).length - 1);
        assertEquals(Collections.nCopies(4, "all"), api.texts(4));
    }

    @Test
    void badNumberAmongSeveralShouldBeReportedAndTheOthersSent() throws IOException {
        String answer = api.send("recipient=111222,abc&messagedata=one").text();
        assertEquals(List.of("0", "1"), Xml.values(answer, "statuscode"), answer);
        assertEquals(List.of("one"), api.texts(1));
    }

    @Test
    void severalNumbersUnderAnIndexShouldRejectThatMessage() throws IOException {
        String answer = api.send("messagecount=2&recipient0=111222,111333&messagedata0=x"
                        + "&recipient1=111222&messagedata1=good")
                .text();
        assertEquals(List.of("1", "0"), Xml.values(answer, "statuscode\\d"), answer);
        assertTrue(answer.contains("recipient0 has more than one number"), answer);
        assertEquals(List.of("good"), api.texts(1));
    }

    @ParameterizedTest
    @CsvSource({"%2B36201234567, +36201234567", "'+36201234567', +36201234567", "'+06201234567', 06201234567"})
    void leadingBlankShouldBeAPlusWhereANumberCanHaveOne(String given, String read) throws IOException {
        String answer = api.send("recipient=" + given + "&messagedata=x").text();
        assertEquals(List.of(read), Xml.values(answer, "recipient"), answer);
        assertEquals(read.replace("+", ""), api.arrived(1).get(0).destination().addr());
        assertEquals(read.startsWith("+") ? 1 : 0, arrived("x").destination().ton());
    }

    @ParameterizedTest
    @CsvSource({
        "'20123456,%2030123456', '20123456,30123456'",
        "'20123456;%20%2030123456', '20123456,30123456'",
        "'20123456,+30123456', '20123456,+30123456'",
        "'%20+36201234567,%2036207654321', '+36201234567,36207654321'"
    })
    void onlyAPlusOnTheWireShouldBeOne(String given, String read) throws IOException {
        String answer = api.send("recipient=" + given + "&messagedata=x").text();
        assertEquals(List.of(read.split(",")), Xml.values(answer, "recipient"), answer);
        assertEquals(
                Set.of(read.replace("+", "").split(",")),
                api.arrived(2).stream().map(sent -> sent.destination().addr()).collect(Collectors.toSet()));
    }

    @Test
    void blankInJsonShouldBeNoPlus() throws IOException {
        api.sendmsg("{\"messages\":[{\"to_address\":\" 36201234567\",\"from_address\":\" 36209\",\"text\":\"x\"}]}");
        assertEquals("36201234567", api.arrived(1).get(0).destination().addr());
        assertEquals(0, arrived("x").destination().ton());
        assertEquals("36209", arrived("x").source().addr());
    }

    @Test
    void twentyThousandMessagesShouldGoInOnePost() throws IOException {
        String answer = api.send("messagecount=20000"
                        + IntStream.range(0, 20_000)
                                .mapToObj(i -> "&recipient%d=111222&messagedata%d=t%d".formatted(i, i, i))
                                .collect(Collectors.joining()))
                .text();
        assertEquals(Collections.nCopies(20_000, "0"), Xml.values(answer, "statuscode\\d+"));
        assertEquals(IntStream.range(0, 20_000).mapToObj(i -> "t" + i).toList(), Xml.values(answer, "messagedata\\d+"));
        assertEquals(20_000, api.texts(20_000).stream().distinct().count());
    }

    private static SubmitSm arrived(String text) {
        return api.smsc().received().stream()
                .filter(submit -> submit.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(String answer, String name) {
        return java.util.regex.Pattern.compile("<(" + name + "\\d*)>")
                .matcher(answer)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
