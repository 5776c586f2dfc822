package org.caravansms.smppserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.caravansms.FreePort;
import org.caravansms.api.login.Authenticate;
import org.caravansms.api.login.Users;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.SmppPdu;

/** The server on its sockets with its own steps, in front of nothing: what can be read is accepted at once. */
final class BareSmppServer implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 10_000;

    final int port = FreePort.next();
    final BoundClients clients = new BoundClients(user -> {});
    /** Until it is counted down, each query_sm, cancel_sm and replace_sm waits. */
    volatile CountDownLatch commands = new CountDownLatch(0);

    private final DefaultCamelContext camel = new DefaultCamelContext();

    /**
     * @param options of the endpoint, each with an ampersand in front
     * @param binds how many of the users u0, u1 …, 20 each, and of admin; all have the sample user's password
     */
    BareSmppServer(String options, int binds) throws Exception {
        Users users = Users.of("users", lines(binds));
        camel.getRegistry().bind("smpp-server", new SmppServerComponent());
        camel.getRegistry().bind("logins", new SmppLogins(() -> users, new Authenticate(() -> users, 100)));
        camel.getRegistry().bind("clients", clients);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("smpp-server:127.0.0.1:" + port + "?logins=#logins&clients=#clients&maxConnections="
                                + MOST_CONNECTIONS + options)
                        .process(BareSmppServer::accept);
                for (String name : List.of("query-sm", "cancel-sm", "replace-sm")) {
                    from("direct:" + name).process(command -> answer(command));
                }
            }
        });
        camel.start();
    }

    private static String lines(int binds) throws IOException {
        String hash = Files.readAllLines(Path.of("config/users.properties")).stream()
                .filter(line -> line.startsWith("admin.password="))
                .findFirst()
                .orElseThrow()
                .substring("admin.password".length());
        return IntStream.rangeClosed(-1, binds / 20)
                .mapToObj(i -> i < 0 ? "admin" : "u" + i)
                .map(name -> name + ".password" + hash + "\n" + name + ".smpp=true\n" + name + ".smpp-binds=20\n")
                .collect(Collectors.joining());
    }

    @SuppressWarnings("unchecked")
    private static void accept(Exchange batch) {
        List<Exchange> submits =
                new ReadSubmitSm(Clock.systemUTC()).read(batch.getMessage().getBody(List.class));
        submits.stream().filter(submit -> submit.getException() == null).forEach(submit -> submit.getMessage()
                .setBody(Map.of("reports", List.of(Map.of("code", 0, "id", "one", "text", "")))));
        new AnswerSubmitSm(fault -> {}).answer(submits);
    }

    private void answer(Exchange command) throws InterruptedException {
        commands.await();
        SmppPdu asked = command.getProperty(SubmitBatches.REQUEST, SmppPdu.class);
        command.getMessage().setBody(asked.answer(EsmeStatus.ESME_ROK));
    }

    @Override
    public void close() {
        camel.stop();
    }
}
