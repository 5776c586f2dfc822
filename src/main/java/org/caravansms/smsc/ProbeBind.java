package org.caravansms.smsc;

import java.io.IOException;
import java.time.Duration;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.connection.Connection;

/**
 * Connects or binds to a provider's SMSC once, to see whether it can. What the SMSC delivers on that bind meanwhile is
 * refused with an error, after which it delivers it again.
 */
public final class ProbeBind {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private ProbeBind() {}

    /** @throws IOException when there is no connection, or TLS fails */
    public static void connect(Provider provider) throws IOException {
        SmscConnectionFactory connections =
                new SmscConnectionFactory(provider.timers().connect(), provider.tls());
        Connection connection = connections.createConnection(
                provider.login().host(), provider.login().port());
        connection.close();
    }

    /** @throws IOException with the command_status of a refusal, when the SMSC does not accept the bind */
    public static void bind(Provider provider) throws IOException, InterruptedException {
        BindSession binding = new BindSession(provider, () -> new DeliverSmIntake(provider.name(), 1, pdus -> false));
        try {
            binding.bound().leave(PATIENCE);
        } catch (IOException e) {
            throw e.getCause() instanceof NegativeResponseException no ? refused(no.getCommandStatus(), provider) : e;
        }
    }

    private static IOException refused(int status, Provider provider) {
        return new IOException("command_status 0x%02X %s"
                .formatted(status, provider.statuses().get(status).name()));
    }
}
