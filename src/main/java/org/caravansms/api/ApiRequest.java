package org.caravansms.api;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.caravansms.message.Fault;

/**
 * A request of the HTTP API. A parameter that cannot be decoded is refused when it is read.
 *
 * @param parameters the decoded parameters by lower-case name
 * @param unreadable the parameters that cannot be decoded: by name the character set
 * @param document the body when it is no form, as in the JSON API; otherwise empty
 * @param client its sender
 */
public record ApiRequest(
        Map<String, String> parameters, Map<String, String> unreadable, byte[] document, Client client) {

    /** The spelling of {@code recipient} in a sample of the vendor. */
    static final String MISSPELT_RECIPIENT = "recepient";

    /** What a library of the vendor's sends where the configured address has an action. */
    private static final String REST = "rest?action=";

    static final ApiRequest EMPTY = new ApiRequest(Map.of(), Map.of(), new byte[0], new Client("", false, ""));

    /**
     * @return the value, or null when the client did not give it
     * @throws ApiException when it cannot be read
     */
    public String get(Parameter name) {
        String value = get(name.parameter());
        return value == null ? null : name.trimmed(value);
    }

    public String getOrElse(Parameter name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    boolean isOn(Parameter name) {
        return "1".equals(get(name)) || "true".equalsIgnoreCase(get(name));
    }

    /**
     * @param suffix the message's index, or nothing
     * @return the value, or null when the client did not give it
     * @throws ApiException when it cannot be read
     */
    String get(MessageField name, String suffix) {
        String value = get(name.parameter() + suffix);
        return value == null && name == MessageField.RECIPIENT ? get(MISSPELT_RECIPIENT + suffix) : value;
    }

    /**
     * @param name a parameter, in lower case
     * @return the value, or null when the client did not give it
     * @throws ApiException when it cannot be read
     */
    String get(String name) {
        if (unreadable.containsKey(name)) {
            throw new ApiException(
                    Fault.INVALID_REQUEST, name + " is not in the encoding " + unreadable.get(name) + ".");
        }
        return parameters.get(name);
    }

    /** @return the names of all parameters, of those that cannot be decoded, too */
    Stream<String> names() {
        return Stream.concat(parameters.keySet().stream(), unreadable.keySet().stream());
    }

    /** @return the optional parameters of its messages */
    FormTlvs tlvs() {
        return FormTlvs.of(parameters.keySet(), unreadable.keySet());
    }

    /** @throws ApiException when it is missing or empty */
    String require(Parameter name) {
        return required(name.parameter(), get(name));
    }

    static String required(String name, String value) {
        if (value == null || value.isEmpty()) {
            throw new ApiException(Fault.MISSING_PARAMETER, "Missing parameter: " + name + ".");
        }
        return value;
    }

    public String action() {
        return required(Parameter.ACTION.parameter(), actionOrNone());
    }

    /** @return the action in lower case, empty where none is named */
    String actionOrNone() {
        String action = getOrElse(Parameter.ACTION, "").toLowerCase(Locale.ROOT);
        return action.startsWith(REST) ? action.substring(REST.length()) : action;
    }

    /** Without the values: they have the password and the texts. */
    @Override
    public String toString() {
        return "ApiRequest[" + parameters.size() + " parameters]";
    }
}
