package org.caravansms.extension;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;

/**
 * The names that a file takes, each in one running file at most: {@code route footer}, {@code bean clock},
 * {@code endpoint direct:policy}.
 *
 * @param lines the line of each name, 0 where it is not known
 */
record ExtensionNames(Map<String, Integer> lines) {

    private static final String DIRECT = "direct:";

    /** @throws ExtensionFault when the file has a name twice, or a configuration for all routes */
    static ExtensionNames of(ExtensionDefinitions file) throws ExtensionFault {
        ExtensionNames names = new ExtensionNames(new LinkedHashMap<>());
        for (RouteConfigurationDefinition configuration : file.configurations()) {
            names.addConfiguration(configuration);
        }
        for (var route : file.lines().entrySet()) {
            names.add("route " + route.getKey(), route.getValue());
        }
        for (RouteDefinition route : file.routes()) {
            names.addEndpoint(
                    direct(route.getInput().getEndpointUri()), route.getInput().getLineNumber());
        }
        for (var template : file.templates()) {
            names.add("routeTemplate " + template.getId(), template.getLineNumber());
        }
        for (var bean : file.beans()) {
            names.add("bean " + bean.getName(), 0);
        }
        return names;
    }

    /** @return the first name that both have, or null */
    String common(ExtensionNames other) {
        return lines.keySet().stream()
                .filter(other.lines::containsKey)
                .findFirst()
                .orElse(null);
    }

    /** @return {@code direct:name} of a URI, however it is written; empty for another URI */
    static String direct(String uri) {
        return uri != null && uri.startsWith(DIRECT)
                ? DIRECT
                        + uri.substring(DIRECT.length()).replaceFirst("^//", "").replaceFirst("\\?.*", "")
                : "";
    }

    private void addConfiguration(RouteConfigurationDefinition configuration) throws ExtensionFault {
        if (configuration.getId() == null) {
            throw ExtensionFault.at(
                    Math.max(0, configuration.getLineNumber()),
                    "a routeConfiguration needs an id, which routes name: without one it would be for every route");
        }
        add("routeConfiguration " + configuration.getId(), configuration.getLineNumber());
    }

    private void addEndpoint(String direct, int line) throws ExtensionFault {
        if (!direct.isEmpty()) {
            add("endpoint " + direct, line);
        }
    }

    private void add(String name, int line) throws ExtensionFault {
        if (lines.put(name, Math.max(0, line)) != null) {
            throw ExtensionFault.at(Math.max(0, line), name + " is in the file twice");
        }
    }
}
