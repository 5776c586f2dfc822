/** Tells the URLs that clients and operators named of what happened. */
package org.caravansms.callback;
