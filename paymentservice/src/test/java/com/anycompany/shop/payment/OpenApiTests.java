package com.anycompany.shop.payment;

import com.anycompany.service.spring.contract.OpenApiContractTests;

class OpenApiTests extends OpenApiContractTests {}
