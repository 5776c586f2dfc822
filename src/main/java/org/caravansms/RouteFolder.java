package org.caravansms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.Model;

/** Where the routes are. A gateway that finds none does not start: it would accept nothing, and tell nobody. */
final class RouteFolder extends MainListenerSupport {

    private final Path folder;

    RouteFolder(Path home) {
        this.folder = home.resolve("routes");
    }

    /** @return the folder itself, where {@code routes} is a symbolic link, into which Camel does not look */
    Path path() {
        try {
            return Files.exists(folder) ? folder.toRealPath() : folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The routes " + folder + " cannot be read", e);
        }
    }

    @Override
    public void afterConfigure(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        if (context.getCamelContextExtension()
                .getContextPlugin(Model.class)
                .getRouteDefinitions()
                .isEmpty()) {
            throw new IllegalStateException("No routes are at "
                    + context.resolvePropertyPlaceholders("{{camel.main.routes-include-pattern}}")
                    + ": the folder is missing, empty, or another one");
        }
    }
}
