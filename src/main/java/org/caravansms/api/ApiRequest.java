package org.caravansms.api;

import java.util.Locale;
import java.util.Map;
import org.caravansms.message.Fault;

/**
 * A request of the HTTP API: its parameters by lower-case name.
 *
 * @param parameters the decoded parameters
 * @param client who sent it
 */
public record ApiRequest(Map<String, String> parameters, Client client) {

    /** @return the value, or null when the client did not give it */
    public String get(String name) {
        return parameters.get(name);
    }

    public String getOrElse(String name, String otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    /** @throws ApiException when it is missing or empty */
    public String require(String name) {
        String value = parameters.get(name);
        if (value == null || value.isEmpty()) {
            throw new ApiException(Fault.MISSING_PARAMETER, "Missing parameter: " + name + ".");
        }
        return value;
    }

    public String action() {
        return require("action").toLowerCase(Locale.ROOT);
    }

    /** Leaves the values out: among them are the password and the texts. */
    @Override
    public String toString() {
        return "ApiRequest[" + parameters.size() + " parameters]";
    }
}
