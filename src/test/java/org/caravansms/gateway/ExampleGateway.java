package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.caravansms.simulator.InboundSms;
import org.caravansms.simulator.SubmitSm;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A gateway that runs, shared by test classes; each test copies examples into its {@code extensions/}, as a team does. */
public final class ExampleGateway implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final Path EXAMPLES = Path.of("routes/examples");

    private final Set<String> copied = new HashSet<>();
    private final Set<String> settings = new HashSet<>();
    private GatewayWithSmsc running;
    private TeamFolder team;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        running = GatewayWithSmsc.sharedInHome(context);
        team = new TeamFolder(running.home);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running.smsc.received().clear();
    }

    /** Copies an example, and waits until it runs. */
    public void copy(String example) throws IOException {
        copy(example, UnaryOperator.identity());
    }

    /** @param change what the team does to the text of the example */
    public void copy(String example, UnaryOperator<String> change) throws IOException {
        String yaml = change.apply(Files.readString(EXAMPLES.resolve(example + ".camel.yaml")));
        team.put(example, yaml);
        copied.add(example);
        String file = "extensions/" + example + ".camel.yaml";
        long routes = yaml.lines().filter("- route:"::equals).count();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> team.routes(file)
                                .lines()
                                .filter(line -> line.contains(" started "))
                                .count()
                        == routes);
    }

    /** What a team sets in config/application.properties, before it copies the example. */
    public void set(String key, Object value) {
        System.setProperty(key, value.toString());
        settings.add(key);
    }

    /** Adds a user with the password of the sample user; the gateway reads the file within 2 seconds. */
    public void addUser(String name) throws IOException {
        Path users = running.home.resolve("config/users.properties");
        String text = Files.readString(users);
        Files.writeString(users, text + text.replaceAll("(?s).*\nadmin(\\.password=[^\n]*).*", "\n" + name + "$1\n"));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        removeAll();
        settings.forEach(System::clearProperty);
        settings.clear();
    }

    /** Removes the copied examples, and waits until they have stopped. */
    public void removeAll() throws IOException {
        for (String example : copied) {
            team.remove(example);
        }
        copied.clear();
        await().until(() -> team.routes("extensions/").isEmpty());
    }

    /** @return a folder of the installation */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(running.home.resolve(name));
    }

    public CamelContext camel() {
        return running.gateway.camel();
    }

    /** @return the answer to a form, as XML */
    public String send(String form) {
        return running.gateway.send(form);
    }

    /** @param user has the password of the sample user */
    public String sendAs(String user, String form) {
        return running.gateway.post("action=sendmessage&username=" + user + "&password=abc123&" + form);
    }

    /** @return what bin/caravan would print */
    public String command(String... words) {
        return team.ask(words).text();
    }

    /** @return the lines that the example tap-to-file wrote of a message, once there are so many */
    public List<String> eventsOf(String id, int count) throws IOException {
        Path file = folder("tap").resolve(LocalDate.now() + ".json");
        return await().until(
                        () -> Files.exists(file)
                                ? Files.readAllLines(file).stream()
                                        .filter(line -> line.contains("\"" + id + "\""))
                                        .toList()
                                : List.<String>of(),
                        lines -> lines.size() >= count);
    }

    public void deliverFromHandset(String from, String to, String text) {
        running.smsc.deliver(InboundSms.text(from, to, text));
    }

    /** @return what the SMSC received, once there are so many */
    public List<SubmitSm> received(int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> running.smsc.received().size() >= count);
        return List.copyOf(running.smsc.received());
    }

    /** @return sorted */
    public List<String> texts(int count) {
        return received(count).stream().map(SubmitSm::text).sorted().toList();
    }
}
