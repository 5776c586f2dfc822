package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorAnswerRuleTest {
    @Test
    void destinationShouldDecideTheStatus() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--answer", "0x0B:to=36201234567", "--answer", "0x14:to=3630*");
                WireClient client = smsc.bound()) {
            assertEquals(0x0B, client.ask(WirePdu.submitSmTo("36201234567", 1)).commandStatus());
            assertEquals(0, client.ask(WirePdu.submitSmTo("362012345678", 2)).commandStatus());
            assertEquals(0x14, client.ask(WirePdu.submitSmTo("36301", 3)).commandStatus());
            assertEquals(0, client.ask(WirePdu.submitSmTo("3631", 4)).commandStatus());
            assertEquals(List.of("1 11", "2 0", "3 20", "4 0"), smsc.loggedSubmits());
            assertEquals(new Counts(1, 4, 2, 2, 0, 0), smsc.counts());
        }
    }

    @Test
    void partOfTheTextShouldDecideTheStatus() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--answer", "0x14:text=full, really");
                WireClient client = smsc.bound()) {
            assertEquals(
                    0x14, client.ask(WirePdu.submitSm(1, "is full, really!")).commandStatus());
            assertEquals(0, client.ask(WirePdu.submitSm(2, "is full")).commandStatus());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x08:every=3, 0 0 8 0 0 8 0",
        "0x45:first=2, 69 69 0 0 0 0 0",
        "ESME_RTHROTTLED, 88 88 88 88 88 88 88",
        "1024:every=7, 0 0 0 0 0 0 1024",
        "'0x08:text=text 3', 0 0 8 0 0 0 0",
        "'0x08:every=2,first=2', 0 8 0 8 0 0 0",
        "'0x08:first=2,every=2', 0 8 0 0 0 0 0",
        "ESME_ROK, 0 0 0 0 0 0 0"
    })
    void countShouldDecideTheStatus(String rule, String expected) throws IOException {
        assertEquals(expected, statuses("--answer", rule));
    }

    @Test
    void firstRuleThatFitsShouldDecideAndOnlyThatCounts() throws IOException {
        assertEquals("69 69 0 8 0 8 0", statuses("--answer", "0x45:first=2", "--answer", "0x08:every=2"));
    }

    private static String statuses(String... args) throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start(args);
                WireClient client = smsc.bound()) {
            return String.join(
                    " ",
                    FaultySmsc.statuses(client, 7).stream().map(String::valueOf).toList());
        }
    }

    @Test
    void countShouldGoOverAllConnections() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--answer", "0x08:first=3");
                WireClient one = smsc.bound();
                WireClient other = smsc.bound()) {
            assertEquals(List.of(8, 8), FaultySmsc.statuses(one, 2));
            assertEquals(List.of(8, 0), FaultySmsc.statuses(other, 2));
        }
    }

    @Test
    void percentageShouldHoldByChanceAndBeTheSameWithTheSameSeed() throws IOException {
        List<Integer> first = drawn("3");
        long refused = first.stream().filter(status -> status == 0x58).count();
        assertTrue(refused > 120 && refused < 280, refused + " of 2000");
        assertEquals(first, drawn("3"));
        assertNotEquals(first, drawn("4"));
    }

    private static List<Integer> drawn(String seed) throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--answer", "0x58:10%", "--seed", seed);
                WireClient client = smsc.bound()) {
            return FaultySmsc.statuses(client, 2000);
        }
    }

    @Test
    void answersOfTheTestShouldDecideWhereNoRuleFits() throws IOException {
        SimulatorOptions options = SimulatorOptions.defaults()
                .withPort(0)
                .withQuiet(true)
                .withAnswers(submitSm -> SubmitAnswer.of(0x14))
                .withFaults(Faults.none().withAnswer(0x0B, Condition.parse("to=1")));
        try (Simulator simulator = new Simulator(options).start();
                WireClient client = WireClient.bound(simulator.port())) {
            assertEquals(0x0B, client.ask(WirePdu.submitSmTo("1", 1)).commandStatus());
            assertEquals(0x14, client.ask(WirePdu.submitSmTo("2", 2)).commandStatus());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ESME_NO",
                "-1",
                "0x58:",
                "0x58:to",
                "0x58:every=0",
                "0x58:first=x",
                "0x58:0%",
                "0x58:101%",
                "0x58:10",
                "0x58:from=1",
                "0x58:x%"
            })
    void otherFormsShouldBeRefused(String rule) {
        assertThrows(IllegalArgumentException.class, () -> SubmitRule.parse(rule, CommandStatus::parse));
    }
}
