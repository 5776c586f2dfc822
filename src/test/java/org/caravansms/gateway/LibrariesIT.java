package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.caravansms.simulator.InboundSms;
import org.caravansms.store.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars of the distribution: each library once, and all that the gateway needs of them. */
class LibrariesIT {

    @TempDir
    Path folder;

    @Test
    void libraryShouldBeThereInOneVersionOnly() throws Exception {
        List<String> names = jars().stream()
                .map(jar -> jar.getFileName()
                        .toString()
                        .replaceFirst("-\\d[^-]*(-SNAPSHOT|.Final)?((-[a-z].*)?\\.jar)$", "$2"))
                .sorted()
                .toList();
        assertEquals(names.stream().distinct().toList(), names);
        assertTrue(names.contains("camel-log.jar"), names.toString());
    }

    @Test
    void classShouldBeInOneJarOnly() throws Exception {
        Map<String, List<String>> jarsOfClass = new TreeMap<>();
        for (Path jar : jars()) {
            for (String name : classes(jar)) {
                jarsOfClass
                        .computeIfAbsent(name, any -> new ArrayList<>())
                        .add(jar.getFileName().toString());
            }
        }
        assertTrue(jarsOfClass.containsKey("org/caravansms/Gateway.class"));
        jarsOfClass.values().removeIf(jars -> jars.size() == 1);
        assertEquals(Map.of(), jarsOfClass);
    }

    /** A build without a network has no such list. */
    @Test
    void listOfComponentsShouldHaveEachLibraryWithItsHash() throws Exception {
        Path list;
        try (Stream<Path> files = Files.list(ShippedGateway.HOME)) {
            list = files.filter(file -> file.toString().endsWith(".cdx.json"))
                    .findFirst()
                    .orElse(null);
        }
        assumeTrue(list != null, "the build was offline");
        Set<String> hashes = new TreeSet<>();
        new JsonMapper()
                .readTree(list.toFile())
                .findValues("hashes")
                .forEach(all ->
                        all.forEach(hash -> hashes.add(hash.get("content").asText())));
        for (Path jar : jars()) {
            boolean own = jar.getFileName().toString().startsWith("caravan-");
            assertTrue(own || hashes.contains(sha256(jar)), jar.toString());
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void gatewayOnSqliteShouldHaveAllItNeeds() throws Exception {
        use(Map.of());
    }

    @Test
    void gatewayOnPostgresqlShouldHaveAllItNeeds() throws Exception {
        use(Map.of("SMS_STORE_URL", PostgresServer.shared().freshSchema(), "SMS_STORE_USER", "sms"));
    }

    private void use(Map<String, String> store) throws Exception {
        try (TestSmsc smsc = TestSmsc.start();
                ReceivedCallbacks callbacks = ReceivedCallbacks.start();
                ShippedGateway gateway = ShippedGateway.start(folder, smsc.port(), callbacks.port(), store)) {
            libraryOfSqliteShouldBeInTheDataDirectory(folder.resolve("an installation/data"));
            messageShouldBeSentReportedAndTraced(gateway, smsc, callbacks);
            answersShouldBeInEachFormat(gateway);
            inboundMessageShouldBeInTheInbox(gateway, smsc);
            assertEquals("Hello is answered\n", gateway.command("ask", "Hello"));
        }
    }

    private static void libraryOfSqliteShouldBeInTheDataDirectory(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("native"))) {
            assertTrue(files.anyMatch(file -> file.toString().endsWith("sqlitejdbc.so")));
        }
    }

    private static void messageShouldBeSentReportedAndTraced(
            ShippedGateway gateway, TestSmsc smsc, ReceivedCallbacks callbacks) throws Exception {
        String answer = gateway.ask("action=sendmessage&recipient=%2B36201111111&messagedata=Hello&reporturl="
                + "http%3A%2F%2F127.0.0.1%3A" + callbacks.port() + "%2Freport%3Fstatus%3D%24status");
        ShippedGateway.soon(() -> assertEquals(List.of("Hello"), smsc.texts()));
        assertEquals("36201111111", smsc.received().get(0).destination().addr());
        ShippedGateway.soon(() -> assertEquals(
                List.of("/report?status=deliveredtonetwork", "/report?status=deliveredtohandset"), callbacks.uris()));
        String id = Xml.values(answer, "messageid").get(0);
        String trace = gateway.command("trace", id);
        assertTrue(trace.contains("delivered"), trace);
        assertTrue(gateway.command("status", id).contains(id));
        assertTrue(gateway.command("status").contains("behind"), gateway.command("status"));
        assertEquals("No dead letters\n", gateway.command("dead", "list"));
        assertTrue(gateway.command("user", "list").contains("admin"));
    }

    private static void answersShouldBeInEachFormat(ShippedGateway gateway) throws Exception {
        String form = "action=sendmessage&recipient=%2B36201111111&messagedata=again&responseformat=";
        assertTrue(gateway.ask(form + "json").startsWith("{"));
        assertTrue(gateway.ask(form + "html").contains("Status code: 0<br>"));
        assertTrue(gateway.ask(form + "urlencoded").startsWith("action=sendmessage"));
    }

    private static void inboundMessageShouldBeInTheInbox(ShippedGateway gateway, TestSmsc smsc) throws Exception {
        smsc.deliver(InboundSms.text("36202222222", "1616", "Hello back"));
        ShippedGateway.soon(() -> {
            String inbox = gateway.ask("action=receivemessage&folder=inbox");
            assertEquals(List.of("Hello back"), Xml.values(inbox, "messagedata"), inbox);
        });
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(ShippedGateway.HOME.resolve("lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static List<String> classes(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .filter(name -> !name.startsWith("META-INF/") && !name.equals("module-info.class"))
                    .toList();
        }
    }
}
