package org.caravansms.api;

import org.caravansms.message.Fault;

/** Third step of a request: what the client wants. The route chooses by it. */
public final class ReadAction {

    /** @return the action in lower case, as names of actions are matched in any case */
    public String action(ApiRequest request) {
        return request.action();
    }

    /** @throws ApiException always: no route serves this action */
    public void refuse() {
        throw new ApiException(Fault.UNKNOWN_ACTION, "Unknown action. sendmessage and sendmsg are known.");
    }
}
