package org.caravansms.api;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.caravansms.message.RejectedMessageException;

/**
 * A message in the parameters of a form or a query.
 *
 * @param request the request
 * @param suffix its index, or nothing
 * @param recipient its number, where one parameter lists several; otherwise null
 * @param formTlvs the optional parameters of all messages of the request
 * @param formFields the fields of all messages of the request
 */
record FormMessageRequest(ApiRequest request, String suffix, String recipient, FormTlvs formTlvs, FormFields formFields)
        implements MessageRequest {

    FormMessageRequest(ApiRequest request, String suffix, String recipient, FormTlvs formTlvs) {
        this(request, suffix, recipient, formTlvs, new FormFields(request));
    }

    @Override
    public Set<MessageField> fields() {
        return formFields.get();
    }

    @Override
    public boolean isSingle() {
        return suffix.isEmpty();
    }

    @Override
    public String get(MessageField field) {
        if (field == MessageField.RECIPIENT && recipient != null) {
            return recipient;
        }
        return field.trimmed(decoded(() -> given(field)));
    }

    /** Most messages set few fields: to look each of them up under two names took a tenth of the time of a request. */
    private String given(MessageField field) {
        if (!fields().contains(field)) {
            return null;
        }
        String own = request.get(field, suffix);
        return own == null && field.hasDefault() && !isSingle() ? request.get(field, "") : own;
    }

    @Override
    public Instant time(MessageField field) {
        return (field == MessageField.VALID_UNTIL ? ReadTime.OF_FORM_VALIDITY : ReadTime.OF_FORM).of(this, field);
    }

    @Override
    public Map<String, String> tlvs() {
        return decoded(() -> formTlvs.get(request, suffix));
    }

    /** A parameter that cannot be decoded is the fault of this message only. */
    private static <T> T decoded(Supplier<T> read) {
        try {
            return read.get();
        } catch (ApiException e) {
            throw new RejectedMessageException(e.fault(), e.getMessage());
        }
    }

    @Override
    public String nameOf(MessageField field) {
        return field.parameter() + suffix;
    }

    @Override
    public MessageRequest accepted() {
        return new FormMessageRequest(ApiRequest.EMPTY, suffix, null, FormTlvs.NONE);
    }

    @Override
    public String toString() {
        return "FormMessageRequest[" + suffix + "]";
    }
}
