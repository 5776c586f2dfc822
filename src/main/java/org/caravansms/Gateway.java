package org.caravansms;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListener;
import org.caravansms.config.Settings;
import org.caravansms.datadir.DataLock;
import org.caravansms.wiring.GatewayBeans;
import org.slf4j.LoggerFactory;

/** The gateway: Camel, with the beans that the routes name. The routes in {@code routes/} are the rest. */
public final class Gateway extends Main {

    private final GatewayBeans beans;

    /**
     * @param home the installation, with {@code config/} and {@code routes/}
     * @param settings the settings, checked
     */
    public Gateway(Path home, Settings settings) {
        this(home, home, settings, false);
    }

    /**
     * @param home the instance, with {@code config/}
     * @param installation has {@code routes/}
     * @param acceptLoss whether it starts also without what is missing of its data
     */
    public Gateway(Path home, Path installation, Settings settings, boolean acceptLoss) {
        settings.warnings().forEach(LoggerFactory.getLogger("caravan")::warn);
        beans = new GatewayBeans(this, home, installation, settings);
        beans.bind(acceptLoss);
    }

    /**
     * Runs the gateway until it is stopped. One that cannot start ends the program: exit code 2 for a wrong setting,
     * else 1.
     *
     * @param home the instance, with {@code config/}
     * @param installation has {@code routes/}
     * @param settings the settings, checked
     * @param acceptLoss whether it starts also without what is missing of its data
     * @param last is notified after all other listeners
     */
    public static void run(Path home, Path installation, Settings settings, boolean acceptLoss, MainListener last) {
        try {
            // refuses a second gateway before Camel is loaded; the lock is taken for good when Camel starts
            DataLock.take(home.resolve(settings.typed().dataDir())).close();
            Gateway gateway = new Gateway(home, installation, settings, acceptLoss);
            gateway.addMainListener(last);
            gateway.beans.onBrokerFailure(Gateway::endSoon);
            gateway.runOrEnd();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (Exception e) {
            System.err.println("The gateway cannot start: " + reason(e));
            System.exit(1);
        }
    }

    /** Camel stops a failed start with many lines: they would bury the one with the reason. */
    private void runOrEnd() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(ended)));
        try {
            run();
        } catch (Exception e) {
            completed();
            throw e;
        } finally {
            ended.countDown();
        }
    }

    /** At SIGTERM Camel's own hook waits for the routes only, and not for the listeners: the broker stops after them. */
    private static void await(CountDownLatch ended) {
        try {
            ended.await(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The accepted messages are on disk, and no more can be accepted; open requests get their answers first. */
    private static void endSoon() {
        CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS)
                .execute(() -> Runtime.getRuntime().halt(1));
    }

    /** The innermost cause has the fault, the outer ones the route. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (failure instanceof IllegalStateException && root == failure) {
            return failure.getMessage();
        }
        return root == failure ? failure.toString() : failure.getMessage() + ": " + root.getMessage();
    }
}
