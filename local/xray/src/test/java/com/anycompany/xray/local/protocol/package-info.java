/** Tests of the service model and of the validation of inputs. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.protocol;
