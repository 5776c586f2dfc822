package org.caravansms.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.Model;

/** The folder of the routes. A gateway without routes does not start: it would do nothing, and log no error. */
final class RouteFolder extends MainListenerSupport {

    private final Path folder;
    private final String pattern;

    RouteFolder(Path home, Path installation, String pattern) {
        this.folder = real(installation.resolve("routes"));
        this.pattern = pattern.replace("{{caravan.routes}}", path()).replace("{{caravan.home}}", home.toString());
    }

    /** Camel does not look into a folder that is a symbolic link. */
    private static Path real(Path folder) {
        try {
            return Files.exists(folder) ? folder.toRealPath() : folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The routes " + folder + " cannot be read", e);
        }
    }

    String path() {
        return folder.toString();
    }

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        if (pattern.startsWith("file:" + folder) && !Files.isDirectory(folder)) {
            throw none("there is no such folder");
        }
    }

    @Override
    public void afterConfigure(BaseMainSupport main) {
        if (main.getCamelContext()
                .getCamelContextExtension()
                .getContextPlugin(Model.class)
                .getRouteDefinitions()
                .isEmpty()) {
            throw none("no file there has one");
        }
    }

    private IllegalStateException none(String reason) {
        return new IllegalStateException("No routes at " + pattern + ": " + reason);
    }
}
