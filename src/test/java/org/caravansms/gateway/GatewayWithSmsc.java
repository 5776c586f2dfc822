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

    /** Has {@code extensions/}; null without an installation of its own. */
    final Path home;

    GatewayWithSmsc(StandInStore store, String... settings) throws Exception {
        data = Files.createTempDirectory("caravan");
        home = null;
        smsc = TestSmsc.start();
        gateway = RunningGateway.start(data, smsc.port(), store, settings);
        queues = new Queues();
    }

    private GatewayWithSmsc(Path home) throws Exception {
        this.home = home;
        data = Installation.in(home).resolve("data");
        smsc = TestSmsc.start();
        gateway = RunningGateway.startAt(home, smsc.port());
        queues = new Queues();
    }

    /** Starts one, unless the test class before has left it; it is closed at the end of this JVM, or by {@link #end()}. */
    static GatewayWithSmsc shared(ExtensionContext testClass) throws Exception {
        return shared(testClass, false);
    }

    /** @return one that is shared, too, in an installation of its own */
    static GatewayWithSmsc sharedInHome(ExtensionContext testClass) throws Exception {
        return shared(testClass, true);
    }

    private static GatewayWithSmsc shared(ExtensionContext testClass, boolean inHome) throws Exception {
        if (shared == null || inHome != (shared.home != null)) {
            end();
            shared = inHome
                    ? new GatewayWithSmsc(Files.createTempDirectory("caravan"))
                    : new GatewayWithSmsc((StandInStore) null);
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
        FileUtil.removeDir((home == null ? data : home).toFile());
    }
}
