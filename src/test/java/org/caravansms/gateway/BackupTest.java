package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caravansms.FreePort;
import org.caravansms.datadir.Restore;
import org.caravansms.gateway.Operator.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of a gateway that accepts and sends meanwhile, and a new gateway that is started with it. */
class BackupTest {

    private static final int CLIENTS = 4;
    private static final Duration LONG = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void whatWasAcceptedBeforeABackupShouldBeSentByItsCopy() throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("backup");
        Set<String> before;
        Set<String> sent = new HashSet<>();
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway =
                        RunningGateway.start(data, smsc.port(), "sms.provider.sandbox.rate-per-second", "150")) {
            ExecutorService clients = clients(gateway);
            await().atMost(LONG).until(() -> accepted.size() >= 500);
            before = Set.copyOf(accepted);
            Operator operator = new Operator(data);
            Answered made = operator.ask("backup", backup.toString());
            assertEquals(0, made.exitCode(), made::text);
            assertTrue(made.text().contains("What was accepted before that is in it"), made::text);
            assertEquals(2, operator.ask("backup", backup.toString()).exitCode());
            assertEquals(2, operator.ask("backup", data.resolve("b").toString()).exitCode());
            end(clients);
            sent.addAll(smsc.texts());
            IllegalStateException inUse =
                    assertThrows(IllegalStateException.class, () -> new Restore(data).from(backup, true));
            assertTrue(inUse.getMessage().contains("in use by another gateway"), inUse::getMessage);
        }
        assertTrue(accepted.size() > before.size(), "nothing was accepted during the backup");
        restore(backup, data, before, sent);
    }

    private void restore(Path backup, Path old, Set<String> before, Set<String> sent) throws Exception {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new Restore(old).from(backup, false));
        assertTrue(refused.getMessage().contains("restore --overwrite moves them aside"), refused::getMessage);
        Restore.Done done = new Restore(old).from(backup, true);
        assertTrue(Files.exists(done.aside().resolve("journal")));
        Path data = folder.resolve("elsewhere");
        new Restore(data).from(backup, false);
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = RunningGateway.start(data, smsc.port())) {
            await().atMost(LONG).untilAsserted(() -> {
                Set<String> missing = new HashSet<>(before);
                missing.removeAll(sent);
                missing.removeAll(smsc.texts());
                assertEquals(Set.of(), missing);
            });
            assertTrue(gateway.send(named("0")).contains("accepted for delivery"));
            await().atMost(LONG)
                    .until(() ->
                            new Operator(data).ask("drain", "--deadline", "60s").exitCode() == 0);
            List<String> texts = smsc.texts();
            assertEquals(texts.size(), new HashSet<>(texts).size(), "a message was sent twice by the copy");
            assertFalse(texts.stream().anyMatch("m0 again"::equals), "a client's id is forgotten");
        }
    }

    /** No SMSC is there, so that the queue grows beyond its memory; a program's batch waits in a file of its own. */
    @Test
    void pagesAndALargeMessageShouldBeInTheCopyOnce() throws Exception {
        Path home = Installation.in(Files.createDirectory(folder.resolve("home")));
        pageEarly(home.resolve("config/broker.xml"));
        Path backup = folder.resolve("backup");
        Set<String> before = new HashSet<>();
        try (RunningGateway gateway = RunningGateway.startAt(home, FreePort.next());
                Queues queues = new Queues()) {
            Operator operator = new Operator(home.resolve("data"));
            assertEquals(0, operator.ask("pause", "sms.submit").exitCode());
            queues.put("sms.submit", batch(before), "SmsUser", "admin");
            ExecutorService clients = clients(gateway);
            await().atMost(LONG).until(() -> accepted.size() >= 1000);
            before.addAll(accepted);
            Answered made = operator.ask("backup", backup.toString());
            end(clients);
            assertEquals(0, made.exitCode(), made::text);
        }
        assertTrue(count(backup.resolve("data/paging"), ".page") > 0, "nothing was paged");
        assertEquals(1, count(backup.resolve("data/large-messages"), ".msg"));
        Path data = folder.resolve("elsewhere");
        new Restore(data).from(backup, false);
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = RunningGateway.start(data, smsc.port())) {
            Operator operator = new Operator(data);
            assertEquals(0, operator.ask("resume", "sms.submit").exitCode());
            await().atMost(LONG).until(() -> new HashSet<>(smsc.texts()).containsAll(before));
            assertEquals(0, operator.ask("drain", "--deadline", "60s").exitCode());
            assertEquals(smsc.texts().size(), new HashSet<>(smsc.texts()).size(), "a message was sent twice");
        }
    }

    private static void pageEarly(Path broker) throws IOException {
        String outbound = "<address-setting match=\"sms.outbound.#\">";
        Files.writeString(
                broker,
                Files.readString(broker)
                        .replace(outbound, outbound + "<max-size-bytes>20000</max-size-bytes>")
                        .replaceFirst("<page-size-bytes>\\d+<", "<page-size-bytes>40000<"));
    }

    /** @return more than 100 KiB */
    private static String batch(Set<String> texts) {
        return IntStream.range(0, 2000)
                .mapToObj(i -> "large " + i)
                .peek(texts::add)
                .map(text -> "{\"to\":\"+36201234567\",\"text\":\"" + text + "\",\"id\":\"" + text + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static long count(Path files, String end) throws IOException {
        try (Stream<Path> all = Files.walk(files)) {
            return all.filter(file -> file.toString().endsWith(end)).count();
        }
    }

    private ExecutorService clients(RunningGateway gateway) {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        IntStream.range(0, CLIENTS).forEach(i -> clients.execute(() -> load(gateway)));
        return clients;
    }

    private void end(ExecutorService clients) throws InterruptedException {
        over.set(true);
        clients.shutdown();
        assertTrue(clients.awaitTermination(60, TimeUnit.SECONDS));
    }

    @Test
    void folderWithoutAWholeBackupShouldBeRefused() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> new Restore(folder.resolve("d")).from(empty, false))
                        .getMessage()
                        .contains("is no whole backup"));
        Files.writeString(empty.resolve("backup.properties"), "at=2026-11-27T22:00:00Z\nfile.data/journal/x.amq=5\n");
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> new Restore(folder.resolve("d")).from(empty, false))
                        .getMessage()
                        .contains("has 0 of its 5 octets"));
    }

    private void load(RunningGateway gateway) {
        while (!over.get()) {
            int first = number.getAndAdd(10);
            StringBuilder form = new StringBuilder("messagecount=10");
            for (int i = 0; i < 10; i++) {
                form.append("&messageid").append(i).append("=id").append(first + i);
                form.append("&recipient")
                        .append(i)
                        .append("=%2B36201234567&messagedata")
                        .append(i)
                        .append("=m");
                form.append(first + i);
            }
            if (gateway.send(form.toString()).contains("accepted for delivery")) {
                for (int i = 0; i < 10; i++) {
                    accepted.add("m" + (first + i));
                }
            }
        }
    }

    private static String named(String number) {
        return "recipient=%2B36201234567&messageid=id" + number + "&messagedata=m" + number + "%20again";
    }
}
