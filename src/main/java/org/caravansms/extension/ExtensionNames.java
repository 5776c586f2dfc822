package org.caravansms.extension;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.model.BeanFactoryDefinition;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.TemplatedRouteDefinition;

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
        names.addAll(file, "route", file.routes(), RouteDefinition::getId);
        names.addAll(file, "templatedRoute", file.templatedRoutes(), TemplatedRouteDefinition::getRouteId);
        names.addAll(file, "routeTemplate", file.templates(), RouteTemplateDefinition::getId);
        names.addAll(file, "routeConfiguration", file.configurations(), RouteConfigurationDefinition::getId);
        names.addAll(file, "bean", file.beans(), BeanFactoryDefinition::getName);
        for (int i = 0; i < file.routes().size(); i++) {
            String direct = direct(file.routes().get(i).getInput().getEndpointUri());
            if (!direct.isEmpty()) {
                names.add("endpoint " + direct, file.lines().of("route", i));
            }
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

    private <T> void addAll(ExtensionDefinitions file, String key, List<T> definitions, Function<T, String> id)
            throws ExtensionFault {
        for (int i = 0; i < definitions.size(); i++) {
            int line = file.lines().of(key, i);
            String name = id.apply(definitions.get(i));
            if (name == null) {
                throw ExtensionFault.at(line, "a " + key + " needs an id, which routes name: none is for every route");
            }
            add((key.equals("templatedRoute") ? "route" : key) + " " + name, line);
        }
    }

    private void add(String name, int line) throws ExtensionFault {
        if (lines.put(name, line) != null) {
            throw ExtensionFault.at(line, name + " is in the file twice");
        }
    }
}
