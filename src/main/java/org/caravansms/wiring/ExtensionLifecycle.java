package org.caravansms.wiring;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.extension.ExtensionWatch;
import org.caravansms.extension.Extensions;
import org.caravansms.extension.RoutesCommand;

/** Loads the folder {@code extensions/} once the routes that ship run, and watches it. */
final class ExtensionLifecycle extends MainListenerSupport {

    private final Path folder;
    private Extensions extensions;
    private ExtensionWatch watch;

    /**
     * @param settings with those of Camel's
     * @throws IllegalArgumentException when Camel itself is to reload routes
     */
    ExtensionLifecycle(Main main, Path home, Properties settings) {
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
    public void afterStart(BaseMainSupport main) {
        extensions = new Extensions(main.getCamelContext());
        watch = new ExtensionWatch(folder, extensions);
        watch.start(main.getCamelContext());
    }

    @Override
    public void beforeStop(BaseMainSupport main) {
        if (watch != null) {
            watch.stop();
        }
    }
}
