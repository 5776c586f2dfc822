/** From a queued message to its outcome: the unsent parts, the rate limit, the parts in flight. */
package org.caravansms.dispatch;
