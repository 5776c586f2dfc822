package org.caravansms.api;

import org.caravansms.message.Fault;

/** Third step of a request: what the client wants. The route chooses by it. */
public final class ReadAction {

    /** @throws ApiException when no action is named */
    public boolean isSendMessage(ApiRequest request) {
        return request.action().equals("sendmessage");
    }

    public boolean isSendMsg(ApiRequest request) {
        return request.action().equals("sendmsg");
    }

    /** @throws ApiException always: no route serves this action */
    public void refuse() {
        throw new ApiException(Fault.UNKNOWN_ACTION, "Unknown action. sendmessage and sendmsg are known.");
    }
}
