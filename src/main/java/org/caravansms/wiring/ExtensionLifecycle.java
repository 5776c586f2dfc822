package org.caravansms.wiring;

import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantReadWriteLock.WriteLock;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.extension.ExtensionWatch;
import org.caravansms.extension.Extensions;
import org.caravansms.extension.RoutesCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the folder {@code extensions/} once the routes that ship run, and watches it. Messages that come before it is
 * loaded wait: one of its routes may be there to refuse them.
 */
final class ExtensionLifecycle extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger(ExtensionLifecycle.class);
    private static final long MOST_SECONDS = 10;

    private final Path folder;
    private final WriteLock messages;
    private Extensions extensions;
    private ExtensionWatch watch;

    /**
     * @param messages no message passes {@code direct:policy} meanwhile
     * @param settings with those of Camel's
     * @throws IllegalArgumentException when Camel itself is to reload routes
     */
    ExtensionLifecycle(Main main, Path home, WriteLock messages, Properties settings) {
        this.messages = messages;
        this.folder = home.resolve("extensions");
        requireNoReload(settings.stringPropertyNames().stream()
                .filter(key -> key.replace("-", "").equalsIgnoreCase("camel.main.routesReloadEnabled"))
                .anyMatch(key -> Boolean.parseBoolean(settings.getProperty(key))));
        main.bind("routesCommand", new RoutesCommand(() -> extensions));
    }

    /** The environment may have the setting, too. */
    @Override
    public void afterConfigure(BaseMainSupport main) {
        requireNoReload(((Main) main).configure().isRoutesReloadEnabled());
    }

    private void requireNoReload(boolean isOn) {
        if (isOn) {
            throw new IllegalArgumentException("Setting camel.main.routes-reload-enabled is true, and with the first"
                    + " changed file Camel would remove the routes of providers and callbacks. Make it false, and put"
                    + " routes of your own into " + folder + ": changes there are taken over");
        }
    }

    @Override
    public void beforeStart(BaseMainSupport main) {
        messages.lock();
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        extensions = new Extensions(main.getCamelContext(), messages);
        watch = new ExtensionWatch(folder, extensions);
        try {
            await(watch.start(main.getCamelContext()));
        } finally {
            messages.unlock();
        }
    }

    private static void await(Future<?> loaded) {
        try {
            loaded.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Extensions are still being loaded; messages are accepted before all of them run");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void beforeStop(BaseMainSupport main) {
        if (watch != null) {
            watch.stop();
        }
    }
}
