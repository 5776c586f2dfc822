package org.caravansms.gateway.examples;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.gateway.ExampleGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Examples of files and of the clock. */
class FileExamplesTest {

    @RegisterExtension
    static final ExampleGateway gateway = new ExampleGateway();

    @Test
    void linesOfACsvFileShouldBeSentAndReportedBesideIt() throws Exception {
        Path folder = gateway.folder("csv");
        gateway.copy("csv-folder");
        Files.writeString(
                folder.resolve("orders.csv"),
                "to,text,id\n+36201111111,\"Árvíz, \"\"tűr\"\"\",csv-1\nnobody,No number,csv-2\n");
        assertEquals(List.of("Árvíz, \"tűr\""), gateway.texts(1));
        Path report = folder.resolve("done/orders.report");
        await().until(() -> Files.exists(folder.resolve("done/orders.csv")) && Files.exists(report));
        List<String> lines = Files.readAllLines(report);
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.get(0).matches("\\+36201111111,0,[-0-9a-f]{36},"), lines.get(0));
        assertTrue(lines.get(1).matches("nobody,1,,.*Invalid recipient.*"), lines.get(1));
    }

    @Test
    void linesWithAnIdShouldBeSentOnceThoughTheirFileComesAgain() throws Exception {
        Path folder = gateway.folder("csv");
        gateway.copy("csv-folder");
        String many = IntStream.range(0, 250)
                .mapToObj(i -> "+36201111111,text " + i + ",again-" + i)
                .collect(Collectors.joining("\n", "to,text,id\n", "\n"));
        for (String name : List.of("first", "second")) {
            Files.writeString(folder.resolve(name + ".csv"), many);
            await().until(() -> Files.exists(folder.resolve("done/" + name + ".csv")));
            assertEquals(
                    250,
                    Files.readAllLines(folder.resolve("done/" + name + ".report"))
                            .size());
        }
        gateway.send("recipient=%2B36201111111&messagedata=the+last");
        assertEquals(251, gateway.texts(251).size());
    }

    @Test
    void unknownColumnShouldBeNamedInTheReport() throws Exception {
        Path folder = gateway.folder("csv");
        gateway.copy("csv-folder");
        Files.writeString(folder.resolve("wrong.csv"), "to,txet\n+36201111111,x\n");
        Path report = folder.resolve("done/wrong.report");
        await().until(() -> Files.exists(report));
        assertTrue(Files.readString(report).contains("txet is no key of a message"), Files.readString(report));
    }

    @Test
    void dailyMessageShouldBeSentOnceADay() throws Exception {
        gateway.set("daily.to", "+36209999999");
        gateway.set("daily.period", 200);
        gateway.copy("daily-message");
        assertEquals("36209999999", gateway.received(1).get(0).destination().addr());
        await().until(() -> gateway.command("routes").matches("(?s).*daily-message +started +[3-9].*"));
        assertEquals(List.of("All is well."), gateway.texts(1));
    }

    @Test
    void tapShouldWriteTheEventsOfAMessage() throws Exception {
        gateway.copy("tap-to-file");
        String answer = gateway.send("recipient=%2B36201111112&messagedata=tapped");
        List<String> lines = gateway.eventsOf(answer.replaceAll("(?s).*<messageid>(.*)</messageid>.*", "$1"), 2);
        assertTrue(lines.get(0).contains("\"type\":\"accepted\""), lines.get(0));
        assertTrue(lines.get(1).contains("\"type\":\"submitted\""), lines.get(1));
    }
}
