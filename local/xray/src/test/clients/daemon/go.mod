module com.anycompany/xray-daemon

go 1.19

require (
	github.com/aws/aws-sdk-go v1.44.298
	github.com/aws/aws-xray-daemon v3.0.1+incompatible
	github.com/cihub/seelog v0.0.0-20170130134532-f561c5e57575
	github.com/shirou/gopsutil v3.21.11+incompatible
)
