package org.caravansms.wiring;

import java.nio.file.Path;
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

    ExtensionLifecycle(Main main, Path home) {
        this.folder = home.resolve("extensions");
        main.bind("routesCommand", new RoutesCommand(() -> extensions));
    }

    /** @throws IllegalArgumentException when Camel itself is to reload routes, wherever that setting comes from */
    @Override
    public void afterConfigure(BaseMainSupport main) {
        if (main.configure().isRoutesReloadEnabled()) {
            throw new IllegalArgumentException(
                    "Setting camel.main.routes-reload-enabled is true: Camel would remove the"
                            + " routes of providers and callbacks with the first changed file. Make it false and put routes of"
                            + " your own into " + folder + ", where changes are taken over");
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
