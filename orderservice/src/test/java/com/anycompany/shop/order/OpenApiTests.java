package com.anycompany.shop.order;

import com.anycompany.service.spring.contract.OpenApiContractTests;

class OpenApiTests extends OpenApiContractTests {}
