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

    /** How a sample of the vendor spells {@code recipient}. */
    static final String MISSPELT_RECIPIENT = "recepient";

    static final ApiRequest EMPTY = new ApiRequest(Map.of(), new byte[0], new Client("", false, ""));

    /** @return the value, or null when the client did not give it */
    String get(Parameter name) {
        return parameters.get(name.parameter());
    }

    String getOrElse(Parameter name, String otherwise) {
        return parameters.getOrDefault(name.parameter(), otherwise);
    }

    boolean isOn(Parameter name) {
        return "1".equals(get(name)) || "true".equalsIgnoreCase(get(name));
    }

    /**
     * @param suffix the message's index, or nothing
     * @return the value, or null when the client did not give it
     */
    String get(Field name, String suffix) {
        String value = parameters.get(name.parameter() + suffix);
        return value == null && name == Field.RECIPIENT ? parameters.get(MISSPELT_RECIPIENT + suffix) : value;
    }

    /** @return the optional parameters of its messages */
    FormTlvs tlvs() {
        return FormTlvs.of(parameters);
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
        return require(Parameter.ACTION).toLowerCase(Locale.ROOT);
    }

    /** Leaves the values out: among them are the password and the texts. */
    @Override
    public String toString() {
        return "ApiRequest[" + parameters.size() + " parameters]";
    }
}
