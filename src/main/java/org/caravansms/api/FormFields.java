package org.caravansms.api;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields of the messages of a form: those that a parameter of the request sets in one of them, or in all. The
 * parameters are searched once a request.
 */
final class FormFields {

    private static final Map<String, MessageField> BY_PARAMETER =
            MessageField.ALL.stream().collect(Collectors.toUnmodifiableMap(MessageField::parameter, field -> field));

    private final ApiRequest request;
    private Set<MessageField> found;

    FormFields(ApiRequest request) {
        this.request = request;
    }

    Set<MessageField> get() {
        if (found == null) {
            found = search();
        }
        return found;
    }

    /** The number may have another name, see {@link ApiRequest#MISSPELT_RECIPIENT}. */
    private Set<MessageField> search() {
        Set<MessageField> fields = EnumSet.of(MessageField.RECIPIENT);
        request.names()
                .map(name -> BY_PARAMETER.get(FormParameters.stem(name)))
                .filter(field -> field != null)
                .forEach(fields::add);
        return fields;
    }
}
