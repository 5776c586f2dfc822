package org.caravansms.gateway;

import jakarta.jms.JMSException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.util.FileUtil;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** A gateway in this process, on data of its own, beside an SMSC; one of them is shared by test classes. */
public final class GatewayWithSmsc implements AutoCloseable {

    private static GatewayWithSmsc shared;

    final Path data;
    final TestSmsc smsc;
    final RunningGateway gateway;
    final Queues queues;

    GatewayWithSmsc(StandInStore store, String... settings) throws Exception {
        data = Files.createTempDirectory("caravan");
        smsc = TestSmsc.start();
        gateway = RunningGateway.start(data, smsc.port(), store, settings);
        queues = new Queues();
    }

    /** Starts one, unless the test class before has left it; it is closed at the end of this JVM, or by {@link #end()}. */
    static GatewayWithSmsc shared(ExtensionContext testClass) throws Exception {
        if (shared == null) {
            shared = new GatewayWithSmsc(null);
            testClass
                    .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(GatewayWithSmsc.class))
                    .put("end", (AutoCloseable) GatewayWithSmsc::end);
        }
        return shared;
    }

    /** Closes the shared one: a JVM has room for one broker only. */
    public static void end() {
        if (shared != null) {
            shared.close();
        }
    }

    @Override
    public void close() {
        try (smsc;
                gateway;
                queues) {
            shared = shared == this ? null : shared;
        } catch (JMSException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        FileUtil.removeDir(data.toFile());
    }
}
