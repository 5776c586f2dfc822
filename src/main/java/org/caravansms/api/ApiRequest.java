package org.caravansms.api;

import java.util.Locale;
import java.util.Map;
import org.caravansms.message.Fault;

/**
 * A request of the HTTP API.
 *
 * @param parameters the decoded parameters by lower-case name
 * @param document the body when it is no form, as in the JSON API; otherwise empty
 * @param client who sent it
 */
public record ApiRequest(Map<String, String> parameters, byte[] document, Client client) {

    static final ApiRequest EMPTY = new ApiRequest(Map.of(), new byte[0], new Client("", false, ""));

    /** @return the value, or null when the client did not give it */
    public String get(String name) {
        return parameters.get(name);
    }

    public String getOrElse(String name, String otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    public boolean isOn(String name) {
        return "1".equals(parameters.get(name)) || "true".equalsIgnoreCase(parameters.get(name));
    }

    /** @throws ApiException when it is missing or empty */
    public String require(String name) {
        return required(name, parameters.get(name));
    }

    static String required(String name, String value) {
        if (value == null || value.isEmpty()) {
            throw new ApiException(Fault.MISSING_PARAMETER, "Missing parameter: " + name + ".");
        }
        return value;
    }

    /** A sample of the vendor spells it {@code recepient}. */
    String recipient(String suffix) {
        String recipient = parameters.get("recipient" + suffix);
        return recipient == null ? parameters.get("recepient" + suffix) : recipient;
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
